import { Button, Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { SecretFrame } from './SecretFrame.tsx'
import { useSecret } from './use-secret.ts'

interface Props {
  name: SecretName
  label: string
  placeholder: string
}

/** A secret of many lines, such as a key as PEM; hidden unless asked for. */
export function PastedSecret({ name, label, placeholder }: Props) {
  const { typed, type, isThere, placeholder: state, problem } = useSecret(name)
  const [shown, setShown] = useState(false)
  const id = useId()
  return (
    <SecretFrame name={name} label={label} inputId={id} description="">
      <Textarea
        id={id}
        autosize
        minRows={2}
        maxRows={6}
        autoComplete="off"
        spellCheck={false}
        placeholder={isThere ? state : placeholder}
        data-path={name}
        classNames={{ input: shown || typed === '' ? 'typed-bytes' : 'typed-bytes hidden-text' }}
        value={typed}
        error={problem}
        onChange={(event) => type(event.currentTarget.value)}
      />
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
      )}
    </SecretFrame>
  )
}
