import { Button, Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { SecretFrame } from './SecretFrame.tsx'
import { useTypedSecret } from './use-typed-secret.ts'

interface Props {
  name: SecretName
  label: string
  placeholder: string
}

/** A secret of many lines, such as a key as PEM; hidden unless asked for. */
export function PastedSecret({ name, label, placeholder }: Props) {
  const id = useId()
  return (
    <SecretFrame name={name} label={label} inputId={id} description="">
      <PastedInput name={name} id={id} placeholder={placeholder} />
    </SecretFrame>
  )
}

/** A separate part, so that a key draws nothing else. */
function PastedInput({ name, id, placeholder }: Pick<Props, 'name' | 'placeholder'> & { id: string }) {
  const { secret, inputProps } = useTypedSecret(name)
  const [shown, setShown] = useState(false)
  const isEmpty = secret.typed === ''
  return (
    <>
      <Textarea
        id={id}
        rows={2}
        autoComplete="off"
        spellCheck={false}
        placeholder={secret.isThere ? secret.placeholder : placeholder}
        classNames={{ input: shown || isEmpty ? 'typed-bytes grows' : 'typed-bytes grows hidden-text' }}
        {...inputProps}
      />
      {isEmpty ? null : (
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
    </>
  )
}
