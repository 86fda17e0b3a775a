import type { AwsSource } from '../../../contract/secret-source.ts'
import { type Journal, NoAnswer } from './sdk-exchange.ts'
import { teller } from './told.ts'

/** Why AWS gave no secret, and the way out. */
export function awsProblem(error: unknown, source: AwsSource, { secrets, noAnswer }: Journal): string {
  if (error instanceof NoAnswer) return error.message
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (message === 'Cancelled.') return message
  // A login over the network that failed ends as one that does not exist.
  if (name === 'CredentialsProviderError' && noAnswer !== null) return noAnswer.message
  const said = teller([...secrets])(message)
  return `${causeOf(name, message, source)}${said === '' ? '' : ` AWS says: ${said}`}`
}

function causeOf(name: string, message: string, { secretId, versionStage }: AwsSource): string {
  switch (name) {
    case 'ResourceNotFoundException':
      return `AWS has no secret ${secretId} with the stage ${versionStage || 'AWSCURRENT'} in this region and account. Check name, region and stage.`
    case 'AccessDeniedException':
    case 'AccessDenied':
      return `This login may not read ${secretId}. It needs secretsmanager:GetSecretValue on it, and kms:Decrypt where a key of your own encrypts it.`
    case 'DecryptionFailure':
      return `AWS cannot decrypt ${secretId}: its key is disabled, gone, or not allowed to this login (kms:Decrypt).`
    case 'InvalidRequestException':
      return `AWS does not give ${secretId} as it is now; it may be marked for deletion. Restore it, or choose another.`
    case 'InvalidParameterException':
    case 'ValidationException':
      return 'AWS does not accept what is entered. Check name and stage.'
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'SignatureDoesNotMatch':
    case 'InvalidClientTokenId':
    case 'IncompleteSignatureException':
    case 'MissingAuthenticationTokenException':
      return 'AWS does not know the access key, or the secret key is not the one that belongs to it. Check the credentials, and the clock of this computer.'
    case 'ExpiredTokenException':
    case 'ExpiredToken':
    case 'RequestExpired':
      return expired
    case 'CredentialsProviderError':
    case 'TokenProviderError':
      return /expired|refresh|not found or invalid/i.test(message) ? expired : noCredentials
    case 'ThrottlingException':
    case 'TooManyRequestsException':
    case 'LimitExceededException':
      return 'AWS takes no more requests for now. Try again later.'
    case 'InternalServiceError':
    case 'InternalFailure':
    case 'ServiceUnavailable':
    case 'ServiceUnavailableException':
      return 'AWS failed. Try again later.'
    default:
      return message === 'Region is missing' ? noRegion : 'AWS Secrets Manager gave no secret.'
  }
}

const expired = 'The login at AWS has expired. Log in again (`aws sso login`), or renew the session token.'

const noCredentials =
  'The AWS SDK finds no credentials. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, for the app, or log in with `aws sso login`.'

const noRegion = 'The AWS SDK finds no region. Enter one, or set AWS_REGION or the region of your profile.'
