import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { ForgetSecret } from './ForgetSecret.tsx'
import { useSecret } from './use-secret.ts'

interface Props {
  name: SecretName
  label: string
  placeholder: string
}

/** A secret of many lines, such as a key as PEM; hidden unless asked for. */
export function PastedSecret({ name, label, placeholder }: Props) {
  const { typed, type, isThere, placeholder: state, problem, forget } = useSecret(name)
  const [shown, setShown] = useState(false)
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxRows={6}
      autoComplete="off"
      spellCheck={false}
      placeholder={isThere ? state : placeholder}
      data-path={name}
      classNames={{ input: shown || typed === '' ? 'typed-bytes' : 'typed-bytes hidden-text' }}
      description={
        <>
          Kept in memory until the app ends, never written to disk.{' '}
          {typed === '' ? null : (
            <Button
              variant="transparent"
              size="compact-xs"
              px={0}
              h="auto"
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              {shown ? 'Hide' : 'Show'}
            </Button>
          )}{' '}
          <ForgetSecret forget={forget} />
        </>
      }
      value={typed}
      error={problem}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
