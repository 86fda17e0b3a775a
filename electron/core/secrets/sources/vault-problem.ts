import type { VaultAnswer } from './vault-request.ts'

/** The evidence of a refusal by Vault. */
export function refusalOf({ status, errors }: VaultAnswer) {
  const isSealed = status === 503 && errors.some((error) => /sealed/i.test(error))
  return {
    status: String(status),
    ...(isSealed && { isSealed: 'yes' }),
    ...(errors.length > 0 && { said: errors.join('; ') }),
  }
}
