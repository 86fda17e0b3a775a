import {
  GetSecretValueCommand,
  type GetSecretValueCommandOutput,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import { isExposed } from '../../loopback.ts'
import type { AwsSource } from '../../../contract/secret-source.ts'
import type { SecretName } from '../../../contract/secret.ts'
import type { ReadSource, SourceAccess, SourceReading } from '../source.ts'
import { awsProblem } from './aws-problem.ts'
import { awsRequestHandler } from './aws-request-handler.ts'
import { cancellable } from './cancellable.ts'
import { dateFact, found, isDocument, notFound } from './found.ts'
import { kindOf } from './json-pointer.ts'
import { isObject, jsonOf } from './json-text.ts'
import { type Journal, newJournal } from './sdk-exchange.ts'
import { makeSender } from './sender.ts'
import { strictText } from './strict-text.ts'

/**
 * Reads a secret of AWS Secrets Manager with the AWS SDK and its default credential chain, which reads the variables of
 * this process and the files in ~/.aws by itself.
 */
export const readAwsSecret: ReadSource<AwsSource> = async (source, name, access, signal) => {
  if (source.endpoint !== '' && isExposed(source.endpoint)) {
    return notFound('The endpoint is http, where everybody on the way could read the secret. Use https.')
  }
  const journal = newJournal()
  const client = clientOf(source, access, journal, signal)
  const { secretId, versionStage } = source
  const command = new GetSecretValueCommand({
    SecretId: secretId,
    ...(versionStage !== '' && { VersionStage: versionStage }),
  })
  try {
    const output = await cancellable(client.send(command), signal)
    return secretOf(output, source, name, await regionOf(client))
  } catch (error) {
    return notFound(awsProblem(error, source, journal))
  } finally {
    client.destroy()
  }
}

/** The journal gets what the chain finds to log in with, wherever that is. */
function clientOf(
  { region, endpoint }: AwsSource,
  access: SourceAccess,
  journal: Journal,
  signal: AbortSignal,
): SecretsManagerClient {
  const requestHandler = awsRequestHandler(makeSender(access, [], signal), journal)
  // Nothing that a person did not ask for is sent a second time.
  const own = { requestHandler, maxAttempts: 1 }
  return new SecretsManagerClient({
    ...own,
    credentialDefaultProvider: (init) => {
      // The clients that log in (STS, SSO) would open sockets of their own otherwise.
      const find = defaultProvider({ ...init, clientConfig: own })
      return async () => {
        const credentials = await find()
        journal.secrets.add(credentials.secretAccessKey).add(credentials.sessionToken ?? '')
        return credentials
      }
    },
    ...(region !== '' && { region }),
    ...(endpoint !== '' && { endpoint }),
  })
}

function secretOf(
  output: GetSecretValueCommandOutput,
  { secretId, key }: AwsSource,
  name: SecretName,
  region: string,
): SourceReading {
  const { SecretString, SecretBinary, VersionId, VersionStages = [], CreatedDate } = output
  const whole = SecretString ?? (SecretBinary === undefined ? undefined : strictText(SecretBinary))
  if (whole === null) return notFound(`The secret ${secretId} is binary and no text in UTF-8. Store it as text.`)
  if (whole === undefined) return notFound(`AWS answered for ${secretId} without a secret in it. Check the endpoint.`)
  const facts = [
    ...(VersionId === undefined ? [] : [{ name: 'Version', value: VersionId }]),
    ...(VersionStages.length === 0 ? [] : [{ name: 'Stages', value: VersionStages.join(', ') }]),
    ...dateFact('Created', CreatedDate),
    { name: 'Region', value: region },
  ]
  const document = jsonOf(whole)
  if (key !== '') return atKey(document, key, secretId, name, facts)
  const isMistaken = isObject(document) && !isDocument(name)
  return found(whole, name, `The secret ${secretId}`, isMistaken ? [...facts, { name: 'Note', value: isJson }] : facts)
}

const isJson = 'It is a JSON object. Enter a key to take one of its values.'

function atKey(
  document: unknown,
  key: string,
  secretId: string,
  name: SecretName,
  facts: readonly { name: string; value: string }[],
): SourceReading {
  if (!isObject(document))
    return notFound(`The secret ${secretId} is no JSON object. Leave the key empty to take it whole.`)
  const value = Object.hasOwn(document, key) ? document[key] : undefined
  if (typeof value === 'string') return found(value, name, `The key ${key} of the secret ${secretId}`, facts)
  const problem =
    value === undefined ? `has no key ${key}.` : `has ${kindOf(value)} at ${key}, and a secret is a string.`
  return notFound(`The secret ${secretId} ${problem}`)
}

async function regionOf({ config }: SecretsManagerClient): Promise<string> {
  return config.region()
}
