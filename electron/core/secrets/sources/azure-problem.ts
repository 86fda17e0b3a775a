import type { AzureSource } from '../../../contract/secret-source.ts'
import { isObject } from './json-text.ts'
import { type Journal, NoAnswer } from './sdk-exchange.ts'
import { teller } from './told.ts'

/** Why Azure gave no secret, and the way out. */
export function azureProblem(error: unknown, source: AzureSource, journal: Journal): string {
  const tell = teller([...journal.secrets])
  if (!(error instanceof Error)) return `Azure Key Vault gave no secret. ${tell(String(error))}`
  if (error.message === 'Cancelled.') return error.message
  // Of a login that failed the library tells no more than "network error".
  const cause = error.name === 'AuthenticationError' ? journal.noAnswer : noAnswerIn(error)
  if (cause !== null) return cause.message
  return `${causeOf(error, source)} Azure says: ${tell(errorMessage(error))}`
}

function causeOf(error: Error, source: AzureSource): string {
  switch (error.name) {
    case 'AggregateAuthenticationError':
    case 'CredentialUnavailableError':
      return noLogin
    case 'AuthenticationError':
    case 'AuthenticationRequiredError':
      return loginCause(error.message)
    default:
      if (/challenge resource/i.test(error.message)) return otherDomain
      return statusCause('statusCode' in error ? error.statusCode : undefined, codeOf(error), source)
  }
}

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
function loginCause(message: string): string {
  if (/not configured to acquire tokens for tenant/i.test(message)) {
    return 'The vault is of another tenant than the login. Set AZURE_TENANT_ID to that of the vault, or log in there.'
  }
  switch (/AADSTS\d+/.exec(message)?.[0]) {
    case 'AADSTS7000215':
      return 'Azure does not accept the client secret the app logs in with. AZURE_CLIENT_SECRET has to be its value, not its ID.'
    case 'AADSTS7000222':
      return 'The client secret the app logs in with has expired. Make another, and set AZURE_CLIENT_SECRET to it.'
    case 'AADSTS700016':
      return 'The tenant does not know the application. Check AZURE_CLIENT_ID and AZURE_TENANT_ID.'
    case 'AADSTS90002':
    case 'AADSTS900023':
      return 'Azure does not know the tenant. Check AZURE_TENANT_ID.'
    default:
      return 'Logging in at Azure failed. Check the login that is set up for the app, or log in again with `az login`.'
  }
}

function statusCause(status: unknown, code: string, { vaultUrl, secretName, version }: AzureSource): string {
  const secret = `${secretName}${version === '' ? '' : `, version ${version},`}`
  switch (status) {
    case 401:
      return `The vault ${vaultUrl} does not accept the login: it is for another tenant, or has expired.`
    case 403:
      if (code === 'SecretDisabled') return `The secret ${secret} is disabled. Enable it, or enter another version.`
      return `This login may not read ${secret} in ${vaultUrl}. It needs the role "Key Vault Secrets User" (or the access policy "Get"), and the vault's firewall has to let this network in.`
    case 404:
      return `The vault ${vaultUrl} has no secret ${secret} or it was deleted. Check name and version.`
    case 429:
      return 'The vault takes no more requests for now. Try again later.'
    default:
      return typeof status === 'number' && status >= 500
        ? `The vault failed (${status}). Try again later.`
        : `${vaultUrl} gave no secret. Check that it is a key vault.`
  }
}

/** The code inside is more exact, where there is one. @see https://learn.microsoft.com/rest/api/keyvault/ */
function codeOf(error: Error): string {
  const details = 'details' in error && isObject(error.details) ? error.details['error'] : null
  if (!isObject(details)) return ''
  const { code, innerError } = details
  return String((isObject(innerError) ? innerError['code'] : undefined) ?? code)
}

/** The libraries wrap an error of the network in their own; the first one inside says what happened. */
function noAnswerIn(error: Error, depth = 0): NoAnswer | null {
  if (error instanceof NoAnswer) return error
  return error.cause instanceof Error && depth < 5 ? noAnswerIn(error.cause, depth + 1) : null
}

function errorMessage(error: Error): string {
  return error.message.split('\n').slice(0, 4).join(' ')
}

const noLogin =
  'The Azure SDK finds no login. Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET for the app, or log in with `az login`.'

const otherDomain =
  'The vault asks for a login at another domain than its own, which is not given. Check the address of the vault.'
