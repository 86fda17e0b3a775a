import {
  GetSecretValueCommand,
  type GetSecretValueCommandOutput,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import { isExposed } from '../../../common/loopback.ts'
import type { AwsSource } from '../../../contract/secret-source.ts'
import type { SourceFact } from '../../../contract/source-test.ts'
import type { SecretName } from '../../../contract/secret.ts'
import { unreadable } from '../../credentials/reading.ts'
import type { ReadSource, SourceAccess, SourceReading } from '../source.ts'
import { awsProblem } from './aws-problem.ts'
import { awsRequestHandler } from './aws-request-handler.ts'
import { cancellable } from './cancellable.ts'
import { dateFact, found, isDocument } from './found.ts'
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
  if (source.endpoint !== '' && isExposed(source.endpoint)) return unreadable('aws_endpoint_not_encrypted')
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
    return { ok: false, problem: awsProblem(error, source, journal) }
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
      // The clients that log in (STS, SSO) would open their own sockets otherwise.
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
  if (whole === null) return unreadable('aws_secret_binary', { secretId })
  if (whole === undefined) return unreadable('aws_answer_without_secret', { secretId })
  const facts: SourceFact[] = [
    ...(VersionId === undefined ? [] : [{ name: 'version' as const, value: VersionId }]),
    ...(VersionStages.length === 0 ? [] : [{ name: 'stages' as const, value: VersionStages.join(', ') }]),
    ...dateFact('created', CreatedDate),
    { name: 'region', value: region },
  ]
  const document = jsonOf(whole)
  if (key !== '') return atKey(document, key, secretId, name, facts)
  const isMistaken = isObject(document) && !isDocument(name)
  const place = { place: 'secret', name: secretId } as const
  return found(whole, name, place, isMistaken ? [...facts, { name: 'json_object', value: '' }] : facts)
}

function atKey(
  document: unknown,
  key: string,
  secretId: string,
  name: SecretName,
  facts: readonly SourceFact[],
): SourceReading {
  if (!isObject(document)) return unreadable('aws_secret_not_json', { secretId })
  const value = Object.hasOwn(document, key) ? document[key] : undefined
  if (typeof value === 'string')
    return found(value, name, { place: 'key_of_secret', name: key, within: secretId }, facts)
  return value === undefined
    ? unreadable('aws_key_missing', { secretId, key })
    : unreadable('aws_key_no_string', { secretId, key, found: kindOf(value) })
}

async function regionOf({ config }: SecretsManagerClient): Promise<string> {
  return config.region()
}
