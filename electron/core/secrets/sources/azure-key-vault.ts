import { DefaultAzureCredential } from '@azure/identity'
import { type KeyVaultSecret, SecretClient } from '@azure/keyvault-secrets'
import type { AzureSource } from '../../../contract/secret-source.ts'
import type { SecretName } from '../../../contract/secret.ts'
import { type Reading, unreadable } from '../../credentials/reading.ts'
import type { ReadSource, SourceReading } from '../source.ts'
import { azureHttpClient } from './azure-http-client.ts'
import { azureProblem } from './azure-problem.ts'
import { cancellable } from './cancellable.ts'
import { dateFact, found } from './found.ts'
import { newJournal } from './sdk-exchange.ts'
import { makeSender } from './sender.ts'

/**
 * Reads a secret of Azure Key Vault with the Azure SDK and its DefaultAzureCredential, which reads the variables of this
 * process by itself and asks the command lines of Azure that are installed.
 */
export const readAzureSecret: ReadSource<AzureSource> = async (source, name, access, signal) => {
  const address = vaultOrigin(source.vaultUrl)
  if (!address.ok) return address
  const journal = newJournal()
  // Nothing that a person did not ask for is sent a second time.
  const options = {
    httpClient: azureHttpClient(makeSender(access, [], signal), journal),
    retryOptions: { maxRetries: 0 },
  }
  const { secretName, version } = source
  try {
    const client = new SecretClient(address.value, new DefaultAzureCredential({ ...options }), options)
    const reading = client.getSecret(secretName, version === '' ? {} : { version })
    return secretOf(await cancellable(reading, signal), source, name)
  } catch (error) {
    return { ok: false, problem: azureProblem(error, source, journal) }
  }
}

/** Only https, since the login goes there; and no path, since people also know secrets by whole URLs. */
function vaultOrigin(text: string): Reading<string> {
  if (text === '') return unreadable('azure_address_not_entered')
  const { protocol, pathname, search, origin } = new URL(text)
  if (protocol !== 'https:') return unreadable('azure_address_not_https')
  const isOrigin = pathname === '/' && search === ''
  return isOrigin ? { ok: true, value: origin } : unreadable('azure_address_too_long', { origin })
}

function secretOf({ value, properties }: KeyVaultSecret, { secretName }: AzureSource, name: SecretName): SourceReading {
  if (value === undefined) return unreadable('azure_answer_without_value', { secret: secretName })
  const { version, createdOn, updatedOn, expiresOn } = properties
  return found(value, name, { place: 'secret', name: secretName }, [
    ...(version === undefined ? [] : [{ name: 'version' as const, value: version }]),
    ...dateFact('created', createdOn),
    ...dateFact('updated', updatedOn),
    ...dateFact('expires', expiresOn),
  ])
}
