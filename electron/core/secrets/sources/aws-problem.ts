import type { Problem } from '../../../contract/problem.ts'
import type { AwsSource } from '../../../contract/secret-source.ts'
import { problem } from '../../problem.ts'
import { Cancelled } from './cancellable.ts'
import { type Journal, NoAnswer } from './sdk-exchange.ts'
import { quoter } from './quoter.ts'

/** Why AWS gave no secret. */
export function awsProblem(error: unknown, source: AwsSource, { secrets, noAnswer }: Journal): Problem {
  if (error instanceof NoAnswer) return error.problem
  if (error instanceof Cancelled) return problem('source_cancelled')
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  // A login over the network that failed ends as one that does not exist.
  if (name === 'CredentialsProviderError' && noAnswer !== null) return noAnswer.problem
  const said = quoter([...secrets])(message)
  return problemOf(name, message, source, said === '' ? {} : { said })
}

function problemOf(
  name: string,
  message: string,
  { secretId, versionStage }: AwsSource,
  said: { said?: string },
): Problem {
  switch (name) {
    case 'ResourceNotFoundException':
      return problem('aws_secret_missing', { secretId, stage: versionStage || 'AWSCURRENT', ...said })
    case 'AccessDeniedException':
    case 'AccessDenied':
      return problem('aws_access_denied', { secretId, ...said })
    case 'DecryptionFailure':
      return problem('aws_not_decrypted', { secretId, ...said })
    case 'InvalidRequestException':
      return problem('aws_secret_withheld', { secretId, ...said })
    case 'InvalidParameterException':
    case 'ValidationException':
      return problem('aws_input_refused', said)
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'SignatureDoesNotMatch':
    case 'InvalidClientTokenId':
    case 'IncompleteSignatureException':
    case 'MissingAuthenticationTokenException':
      return problem('aws_access_key_refused', said)
    case 'ExpiredTokenException':
    case 'ExpiredToken':
    case 'RequestExpired':
      return problem('aws_login_expired', said)
    case 'CredentialsProviderError':
    case 'TokenProviderError':
      return problem(
        /expired|refresh|not found or invalid/i.test(message) ? 'aws_login_expired' : 'aws_login_missing',
        said,
      )
    case 'ThrottlingException':
    case 'TooManyRequestsException':
    case 'LimitExceededException':
      return problem('aws_throttled', said)
    case 'InternalServiceError':
    case 'InternalFailure':
    case 'ServiceUnavailable':
    case 'ServiceUnavailableException':
      return problem('aws_failed', said)
    default:
      return problem(message === 'Region is missing' ? 'aws_region_missing' : 'aws_no_secret', said)
  }
}
