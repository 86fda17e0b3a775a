import type { Writers } from '../../catalogue/evidence.ts'
import type { awsProblems } from '../../catalogue/problems/aws.ts'
import { jsonKind } from '../json-kind.ts'

interface Said {
  said?: string
}

const withSaid = (sentence: string, { said }: Said) => (said === undefined ? sentence : `${sentence} AWS says: ${said}`)
const saying = (sentence: string) => (evidence: Said) => withSaid(sentence, evidence)

export const awsProblemWriters: Writers<typeof awsProblems, string> = {
  aws_endpoint_not_encrypted: () =>
    'The endpoint is http, where everybody on the way could read the secret. Use https.',
  aws_secret_missing: ({ secretId, stage, ...rest }) =>
    withSaid(
      `AWS has no secret ${secretId} with the stage ${stage} in this region and account. Check name, region and stage.`,
      rest,
    ),
  aws_access_denied: ({ secretId, ...rest }) =>
    withSaid(
      `This login may not read ${secretId}. It needs secretsmanager:GetSecretValue on it, and kms:Decrypt where a key of your own encrypts it.`,
      rest,
    ),
  aws_not_decrypted: ({ secretId, ...rest }) =>
    withSaid(
      `AWS cannot decrypt ${secretId}: its key is disabled, gone, or not allowed to this login (kms:Decrypt).`,
      rest,
    ),
  aws_secret_withheld: ({ secretId, ...rest }) =>
    withSaid(
      `AWS does not give ${secretId} as it is now; it may be marked for deletion. Restore it, or choose another.`,
      rest,
    ),
  aws_input_refused: saying('AWS does not accept what is entered. Check name and stage.'),
  aws_access_key_refused: saying(
    'AWS does not know the access key, or the secret key is not the one that belongs to it. Check the credentials, and the clock of this computer.',
  ),
  aws_login_expired: saying(
    'The login at AWS has expired. Log in again (`aws sso login`), or renew the session token.',
  ),
  aws_login_missing: saying(
    'The AWS SDK finds no credentials. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, for the app, or log in with `aws sso login`.',
  ),
  aws_region_missing: saying(
    'The AWS SDK finds no region. Enter one, or set AWS_REGION or the region of your profile.',
  ),
  aws_throttled: saying('AWS takes no more requests for now. Try again later.'),
  aws_failed: saying('AWS failed. Try again later.'),
  aws_no_secret: saying('AWS Secrets Manager gave no secret.'),
  aws_secret_binary: ({ secretId }) => `The secret ${secretId} is binary and no text in UTF-8. Store it as text.`,
  aws_answer_without_secret: ({ secretId }) =>
    `AWS answered for ${secretId} without a secret in it. Check the endpoint.`,
  aws_secret_not_json: ({ secretId }) =>
    `The secret ${secretId} is no JSON object. Leave the key empty to take it whole.`,
  aws_key_missing: ({ secretId, key }) => `The secret ${secretId} has no key ${key}.`,
  aws_key_no_string: ({ secretId, key, found }) =>
    `The secret ${secretId} has ${jsonKind(found)} at ${key}, and a secret is a string.`,
}
