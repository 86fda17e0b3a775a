import { PasswordInput } from '@mantine/core'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { ForgetSecret } from './ForgetSecret.tsx'
import { useSecret } from './use-secret.ts'

interface Props {
  name: SecretName
  label: string
  description?: string
}

/** A secret of one line. It is sent when the form is saved, and never comes back. */
export function SecretField({ name, label, description = '' }: Props) {
  const { typed, type, placeholder, problem, forget } = useSecret(name)
  return (
    <PasswordInput
      label={label}
      autoComplete="off"
      placeholder={placeholder}
      data-path={name}
      {...((description !== '' || forget !== null) && {
        description: (
          <>
            {description} <ForgetSecret forget={forget} />
          </>
        ),
      })}
      value={typed}
      error={problem}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
