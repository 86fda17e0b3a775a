import { randomUUID } from 'node:crypto'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { credentialOf, expectedSignature, type SignedRequest } from './aws-signature.ts'

interface StoredSecret {
  SecretString?: string
  /** Base64. */
  SecretBinary?: string
  /** By stage; AWSCURRENT when absent. */
  stage?: string
}

export interface AwsState {
  /** Secret keys by access key ID. */
  keys: Record<string, { secret: string; sessionToken?: string }>
  secrets: Record<string, StoredSecret>
  /** What the login may not read. */
  denied: readonly string[]
  /** Takes a request out of the server's hands. True: it was answered, or never will be. */
  interfere: (request: IncomingMessage, response: ServerResponse) => boolean
}

/**
 * A server with GetSecretValue of AWS Secrets Manager, and AssumeRoleWithWebIdentity of STS, written from AWS's API
 * documentation. It calculates the signature of every request again and refuses one that is not the same.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
export async function startAwsSecretsServer(change: Partial<AwsState> = {}) {
  const state: AwsState = { keys: {}, secrets: {}, denied: [], interfere: () => false, ...change }
  const seen: SignedRequest[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    const signed = { method, url, headers, body: Buffer.concat(chunks).toString() }
    seen.push(signed)
    if (state.interfere(request, response)) return
    const [status, json] = answerOf(state, signed)
    const type = { 'Content-Type': 'application/x-amz-json-1.1', 'x-amzn-RequestId': randomUUID() }
    response.writeHead(status, type).end(JSON.stringify(json))
  }
  const server = http.createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  return {
    endpoint: `http://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}`,
    state,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Answer = readonly [status: number, json: unknown]

const refusal = (type: string, message: string): Answer => [400, { __type: type, message }]

function answerOf({ keys, secrets, denied }: AwsState, request: SignedRequest): Answer {
  const credential = credentialOf(request)
  if (credential === null) return refusal('MissingAuthenticationTokenException', 'Missing Authentication Token')
  const key = keys[credential.accessKeyId]
  if (key === undefined) {
    return refusal('UnrecognizedClientException', 'The security token included in the request is invalid.')
  }
  if (credential.service !== 'secretsmanager')
    return refusal('InvalidSignatureException', 'Credential should be scoped to correct service.')
  if (credential.signature !== expectedSignature(request, key.secret))
    return refusal('InvalidSignatureException', wrongSignature)
  if (request.headers['x-amz-security-token'] !== key.sessionToken) {
    return refusal('ExpiredTokenException', 'The security token included in the request is expired')
  }
  if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue')
    return refusal('UnknownOperationException', '')
  const { SecretId, VersionStage = 'AWSCURRENT' } = JSON.parse(request.body)
  if (denied.includes(SecretId)) return refusal('AccessDeniedException', deniedFor(SecretId))
  const { stage = 'AWSCURRENT', ...secret } = secrets[SecretId] ?? {}
  if (secrets[SecretId] === undefined || stage !== VersionStage) {
    return refusal(
      'ResourceNotFoundException',
      `Secrets Manager can't find the specified secret value for staging label: ${VersionStage}`,
    )
  }
  return [
    200,
    {
      ARN: arnOf(SecretId),
      Name: SecretId,
      VersionId: versionId,
      VersionStages: [stage],
      CreatedDate: 1_793_534_400.123,
      ...secret,
    },
  ]
}

export const versionId = 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111'

const arnOf = (name: string) => `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${name}-a1b2c3`

const deniedFor = (name: string) =>
  `User: arn:aws:iam::123456789012:user/app is not authorized to perform: secretsmanager:GetSecretValue on resource: ${name} because no identity-based policy allows the secretsmanager:GetSecretValue action`

const wrongSignature =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'
