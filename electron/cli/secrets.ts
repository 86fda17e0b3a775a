import { secretNameSchema, type TypedSecrets } from '../contract/secret.ts'

/** The environment variable of a secret: `CCX_CLIENT_SECRET` for `client_secret`. */
export const variableOf = (name: string): string => `CCX_${name.toUpperCase()}`

/** Secrets come from variables, since arguments are seen by every program of this computer. */
export function secretsOf(environment: NodeJS.ProcessEnv): TypedSecrets {
  return Object.fromEntries(
    secretNameSchema.options.flatMap((name) => {
      const value = environment[variableOf(name)] ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  )
}
