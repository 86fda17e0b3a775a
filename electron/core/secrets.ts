import { type SecretName, secretNameSchema, type SecretStates, type TypedSecrets } from '../contract/secret.ts'

/** The state of each secret, for the window. */
export function statesOf(secrets: TypedSecrets): SecretStates {
  const state = (name: SecretName) => ((secrets[name] ?? '') === '' ? 'none' : 'session')
  return {
    client_secret: state('client_secret'),
    private_key: state('private_key'),
    private_key_passphrase: state('private_key_passphrase'),
    client_certificate_key: state('client_certificate_key'),
    client_certificate_passphrase: state('client_certificate_passphrase'),
    dpop_key: state('dpop_key'),
    proxy_password: state('proxy_password'),
  }
}

/** The secrets with one set; an empty value forgets it. */
export function withSecret(secrets: TypedSecrets, name: SecretName, value: string): TypedSecrets {
  return Object.fromEntries(
    secretNameSchema.options.flatMap((each) => {
      const kept = each === name ? value : (secrets[each] ?? '')
      return kept === '' ? [] : [[each, kept]]
    }),
  )
}
