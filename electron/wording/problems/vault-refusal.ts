import { sentence } from '../sentence.ts'

interface Refusal {
  status: string
  isSealed: string | undefined
  said: string | undefined
}

/**
 * Why Vault refused, and what to do. `doing` is what was asked; `denied` what to do about 403.
 * @see https://developer.hashicorp.com/vault/api-docs#http-status-codes
 */
export function vaultRefusal(doing: string, { status, isSealed, said }: Refusal, denied: string): string {
  const cause = `${doing}: ${causeOf(status, isSealed !== undefined, denied)}`
  return said === undefined ? cause : `${cause} Vault says: ${sentence(said)}`
}

function causeOf(status: string, isSealed: boolean, denied: string): string {
  switch (status) {
    case '400':
      return 'Vault does not accept the request (400). Check what is entered for it.'
    case '403':
      return `permission denied (403). ${denied}`
    case '404':
      return 'there is nothing (404). Check mount, path and namespace.'
    case '412':
      return 'this node of Vault is not up to date yet (412). Try again in a moment.'
    case '429':
      return 'too many requests for now (429). Try again later, or have the quota raised.'
    case '472':
      return 'this is a disaster recovery secondary (472), which answers no requests. Enter the address of the primary.'
    case '473':
      return 'this is a performance standby (473), which does not answer this. Enter the address of the active node.'
    case '503':
      return isSealed
        ? 'Vault is sealed (503). Its operator has to unseal it.'
        : 'Vault is sealed or down for maintenance (503). Ask its operator.'
    default:
      return Number(status) >= 500
        ? `Vault failed (${status}). Look into its log, or try again later.`
        : `Vault answered ${status}, which is not expected here.`
  }
}
