import { PasswordInput } from '@mantine/core'
import { useId } from 'react'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { SecretFrame } from './SecretFrame.tsx'
import { useTypedSecret } from './use-typed-secret.ts'

interface Props {
  name: SecretName
  label: string
  description?: string
}

/** A secret of one line. It is sent when the form is saved, and comes back only when it is revealed. */
export function SecretField({ name, label, description = '' }: Props) {
  const id = useId()
  return (
    <SecretFrame name={name} label={label} inputId={id} description={description}>
      <SecretInput name={name} id={id} />
    </SecretFrame>
  )
}

/** A separate part, so that a key draws nothing else. */
function SecretInput({ name, id }: { name: SecretName; id: string }) {
  const { secret, inputProps } = useTypedSecret(name)
  return <PasswordInput id={id} autoComplete="off" placeholder={secret.placeholder} {...inputProps} />
}
