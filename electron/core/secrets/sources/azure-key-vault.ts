import { DefaultAzureCredential } from '@azure/identity'
import { type KeyVaultSecret, SecretClient } from '@azure/keyvault-secrets'
import type { AzureSource } from '../../../contract/secret-source.ts'
import type { SecretName } from '../../../contract/secret.ts'
import type { Reading } from './reading.ts'
import type { ReadSource, SourceReading } from '../source.ts'
import { azureHttpClient } from './azure-http-client.ts'
import { azureProblem } from './azure-problem.ts'
import { cancellable } from './cancellable.ts'
import { dateFact, found, notFound } from './found.ts'
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
    return notFound(azureProblem(error, source, journal))
  }
}

/** Only https, since the login goes there; and no path, since people also know secrets by whole URLs. */
function vaultOrigin(text: string): Reading<string> {
  if (text === '')
    return { ok: false, message: 'Enter the address of the vault, such as https://name.vault.azure.net.' }
  const { protocol, pathname, search, origin } = new URL(text)
  if (protocol !== 'https:') return { ok: false, message: 'The address of a key vault begins with https://.' }
  if (pathname !== '/' || search !== '') {
    return {
      ok: false,
      message: `Enter the address of the vault alone: ${origin}. Name and version have fields of their own.`,
    }
  }
  return { ok: true, value: origin }
}

function secretOf({ value, properties }: KeyVaultSecret, { secretName }: AzureSource, name: SecretName): SourceReading {
  if (value === undefined) return notFound(`The vault answered for ${secretName} without a value. Is it a key vault?`)
  const { version, createdOn, updatedOn, expiresOn } = properties
  return found(value, name, `The secret ${secretName}`, [
    ...(version === undefined ? [] : [{ name: 'Version', value: version }]),
    ...dateFact('Created', createdOn),
    ...dateFact('Updated', updatedOn),
    ...dateFact('Expires', expiresOn),
  ])
}
