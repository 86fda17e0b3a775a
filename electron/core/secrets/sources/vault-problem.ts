import type { VaultAnswer } from './vault-request.ts'

/**
 * Why Vault refused, and the way out. `doing` is what was asked, such as "reading secret/app"; `denied` what to do about 403.
 * @see https://developer.hashicorp.com/vault/api-docs#http-status-codes
 */
export function vaultProblem({ status, errors }: VaultAnswer, doing: string, denied: string): string {
  const said = errors.length === 0 ? '' : ` Vault says: ${errors.join('; ')}.`.replace(/\.\.$/, '.')
  return `${doing}: ${causeOf(status, errors, denied)}${said}`
}

function causeOf(status: number, errors: readonly string[], denied: string): string {
  switch (status) {
    case 400:
      return 'Vault does not accept the request (400). Check what is entered for it.'
    case 403:
      return `permission denied (403). ${denied}`
    case 404:
      return 'there is nothing (404). Check mount, path and namespace.'
    case 412:
      return 'this node of Vault is not up to date yet (412). Try again in a moment.'
    case 429:
      return 'too many requests for now (429). Try again later, or have the quota raised.'
    case 472:
      return 'this is a disaster recovery secondary (472), which answers no requests. Enter the address of the primary.'
    case 473:
      return 'this is a performance standby (473), which does not answer this. Enter the address of the active node.'
    case 503:
      return errors.some((error) => /sealed/i.test(error))
        ? 'Vault is sealed (503). Whoever runs it has to unseal it.'
        : 'Vault is sealed or down for maintenance (503). Ask whoever runs it.'
    default:
      return status >= 500
        ? `Vault failed (${status}). Look into its log, or try again later.`
        : `Vault answered ${status}, which is not expected here.`
  }
}
