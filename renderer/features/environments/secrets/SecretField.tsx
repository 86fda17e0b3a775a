import { PasswordInput } from '@mantine/core'
import { useId } from 'react'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { SecretFrame } from './SecretFrame.tsx'
import { useSecret } from './use-secret.ts'

interface Props {
  name: SecretName
  label: string
  description?: string
}

/** A secret of one line. It is sent when the form is saved, and comes back only when it is revealed. */
export function SecretField({ name, label, description = '' }: Props) {
  const { typed, type, placeholder, problem } = useSecret(name)
  const id = useId()
  return (
    <SecretFrame name={name} label={label} inputId={id} description={description}>
      <PasswordInput
        id={id}
        autoComplete="off"
        placeholder={placeholder}
        data-path={name}
        value={typed}
        error={problem}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </SecretFrame>
  )
}
