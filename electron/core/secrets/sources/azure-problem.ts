import type { Problem } from '../../../contract/problem.ts'
import type { AzureSource } from '../../../contract/secret-source.ts'
import { problem } from '../../problem.ts'
import { Cancelled } from './cancellable.ts'
import { isObject } from './json-text.ts'
import { type Journal, NoAnswer } from './sdk-exchange.ts'
import { quoter } from './quoter.ts'

/** What Azure or its SDK says, where it says something. */
interface Said {
  said?: string
}

/** Why Azure gave no secret. */
export function azureProblem(error: unknown, source: AzureSource, journal: Journal): Problem {
  const words = quoter([...journal.secrets])(error instanceof Error ? firstLines(error) : String(error))
  const said = words === '' ? {} : { said: words }
  if (!(error instanceof Error)) return problem('azure_no_secret', { vault: source.vaultUrl, ...said })
  if (error instanceof Cancelled) return problem('source_cancelled')
  // Of a login that failed the library says no more than "network error".
  const cause = error.name === 'AuthenticationError' ? journal.noAnswer : noAnswerIn(error)
  return cause?.problem ?? problemOf(error, source, said)
}

function problemOf(error: Error, source: AzureSource, said: Said): Problem {
  switch (error.name) {
    case 'AggregateAuthenticationError':
    case 'CredentialUnavailableError':
      return problem('azure_login_missing', said)
    case 'AuthenticationError':
    case 'AuthenticationRequiredError':
      return problem(loginProblem(error.message), said)
    default:
      if (/challenge resource/i.test(error.message)) return problem('azure_other_domain', said)
      return statusProblem('statusCode' in error ? error.statusCode : undefined, codeOf(error), source, said)
  }
}

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
function loginProblem(message: string) {
  if (/not configured to acquire tokens for tenant/i.test(message)) return 'azure_other_tenant'
  switch (/AADSTS\d+/.exec(message)?.[0]) {
    case 'AADSTS7000215':
      return 'azure_client_secret_wrong'
    case 'AADSTS7000222':
      return 'azure_client_secret_expired'
    case 'AADSTS700016':
      return 'azure_application_unknown'
    case 'AADSTS90002':
    case 'AADSTS900023':
      return 'azure_tenant_unknown'
    default:
      return 'azure_login_failed'
  }
}

function statusProblem(
  status: unknown,
  code: string,
  { vaultUrl: vault, secretName: secret, version }: AzureSource,
  said: Said,
): Problem {
  const evidence = { secret, vault, ...(version !== '' && { version }), ...said }
  switch (status) {
    case 401:
      return problem('azure_login_refused', { vault, ...said })
    case 403:
      return problem(code === 'SecretDisabled' ? 'azure_secret_disabled' : 'azure_access_denied', evidence)
    case 404:
      return problem('azure_secret_missing', evidence)
    case 429:
      return problem('azure_throttled', said)
    default:
      return typeof status === 'number' && status >= 500
        ? problem('azure_failed', { status: String(status), ...said })
        : problem('azure_no_secret', { vault, ...said })
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

const firstLines = ({ message }: Error): string => message.split('\n').slice(0, 4).join(' ')
