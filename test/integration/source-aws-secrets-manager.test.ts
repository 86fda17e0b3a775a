import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AwsSource } from '../../electron/contract/secret-source.ts'
import type { SourceAccess } from '../../electron/core/secrets/source.ts'
import { readAwsSecret } from '../../electron/core/secrets/sources/aws-secrets-manager.ts'
import { type AwsState, startAwsSecretsServer, versionId } from '../support/aws-secrets-server.ts'
import { factsOf, messageOf, sourceAccess, uncancelled } from './source-access.ts'
import { listen } from './transport-servers.ts'

const { keep, newAccess, newFolder } = sourceAccess()

const accessKeyId = 'AKIAIOSFODNN7EXAMPLE'
const secretAccessKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const secret = 'the secret of the payment app'

const world: Partial<AwsState> = {
  keys: { [accessKeyId]: { secret: secretAccessKey } },
  secrets: {
    'prod/app': { SecretString: secret },
    'prod/json': { SecretString: JSON.stringify({ client_secret: secret, port: 8443 }) },
    'prod/text': { SecretBinary: Buffer.from(secret).toString('base64') },
    'prod/bytes': { SecretBinary: Buffer.from([0xff, 0xfe, 0xfd]).toString('base64') },
    'prod/next': { SecretString: 'the next one', stage: 'AWSPENDING' },
    'prod/empty': { SecretString: '' },
  },
  denied: ['prod/denied'],
}

const start = async (change: Partial<AwsState> = {}) => keep(await startAwsSecretsServer({ ...world, ...change }))

const source = (endpoint: string, change: Partial<AwsSource> = {}): AwsSource => ({
  kind: 'aws_secrets_manager',
  region: 'eu-central-1',
  secretId: 'prod/app',
  versionStage: '',
  key: '',
  endpoint,
  ...change,
})

async function read(
  endpoint: string,
  change: Partial<AwsSource> = {},
  access: Partial<SourceAccess> = {},
  signal = uncancelled(),
) {
  const variables = process.env
  return readAwsSecret(source(endpoint, change), 'client_secret', await newAccess({ variables, ...access }), signal)
}

const saying =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse): boolean => {
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1', ...headers }).end(body)
    return true
  }

/** The SDK reads the variables of this process: nothing of this computer's own may be among them. */
beforeEach(async () => {
  const folder = await newFolder()
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) vi.stubEnv(name, undefined)
  vi.stubEnv('HOME', folder)
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId)
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secretAccessKey)
})

describe('refusals', () => {
  test('http that leaves this computer is refused before anything is signed', async () => {
    expect(messageOf(await read('http://secrets.example'))).toContain('Use https')
  })

  test('http that a variable of the SDK names is refused too', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://secrets.example')
    expect(messageOf(await read(''))).toContain('Over http, everyone on the way could read the secret')
  })

  test('without credentials the ways to have some are named', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
    const aws = await start()
    const message = messageOf(await read(aws.endpoint))
    expect(message).toContain('The AWS SDK finds no credentials. Set AWS_PROFILE')
    expect(aws.seen).toEqual([])
  })

  test('without a region the ways to name one are said', async () => {
    expect(messageOf(await read('', { region: '' }))).toContain('finds no region. Enter one, or set AWS_REGION')
  })

  test('a wrong secret key is refused by the signature alone, and is in no message', async () => {
    const wrong = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYANOTHERKEY'
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', wrong)
    const aws = await start()
    const message = messageOf(await read(aws.endpoint))
    expect(message).toContain('the secret key is not the one that belongs to it')
    expect(message).toContain('AWS says: The request signature we calculated does not match')
    expect(message).not.toContain(wrong)
    expect(aws.seen).toHaveLength(1)
  })

  test('an access key that nobody knows is said to be unknown', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAUNKNOWN')
    const aws = await start()
    expect(messageOf(await read(aws.endpoint))).toContain('AWS does not know the access key')
  })

  test('a session token that has expired says how to log in again', async () => {
    vi.stubEnv('AWS_SESSION_TOKEN', 'an-old-session-token')
    const aws = await start()
    expect(messageOf(await read(aws.endpoint))).toContain('has expired. Log in again (`aws sso login`)')
  })

  test('a secret that may not be read names the permission', async () => {
    const aws = await start()
    const message = messageOf(await read(aws.endpoint, { secretId: 'prod/denied' }))
    expect(message).toContain('may not read prod/denied. It needs secretsmanager:GetSecretValue')
    expect(message).toContain('AWS says: User: arn:aws:iam::123456789012:user/app is not authorized')
  })

  test('a secret or stage that is not there is named', async () => {
    const aws = await start()
    expect(messageOf(await read(aws.endpoint, { secretId: 'prod/other' }))).toContain(
      'no secret prod/other with the stage AWSCURRENT',
    )
    expect(messageOf(await read(aws.endpoint, { versionStage: 'AWSPREVIOUS' }))).toContain('with the stage AWSPREVIOUS')
  })

  test.each([
    ['InvalidRequestException', 'may be marked for deletion'],
    ['DecryptionFailure', 'cannot decrypt prod/app'],
    ['ThrottlingException', 'takes no more requests for now'],
    ['InternalServiceError', 'AWS failed'],
    ['ExpiredTokenException', 'has expired'],
    ['SomethingNew', 'AWS Secrets Manager gave no secret'],
  ])('%s is put in plain words, and asked once only', async (type, problem) => {
    const aws = await start({ interfere: saying(400, JSON.stringify({ __type: type, message: 'because' })) })
    const message = messageOf(await read(aws.endpoint))
    expect(message).toContain(problem)
    expect(message).toContain('AWS says: because')
    expect(aws.seen).toHaveLength(1)
  })

  test('a secret that is binary is refused unless it is text', async () => {
    const aws = await start()
    expect(messageOf(await read(aws.endpoint, { secretId: 'prod/bytes' }))).toContain('is binary and no text')
    expect(await read(aws.endpoint, { secretId: 'prod/text' })).toMatchObject({ ok: true, value: secret })
    expect(messageOf(await read(aws.endpoint, { secretId: 'prod/empty' }))).toContain('is empty')
  })

  test('a key that is missing, no string, or of a secret that is no JSON is named', async () => {
    const aws = await start()
    const json = { secretId: 'prod/json' }
    expect(messageOf(await read(aws.endpoint, { ...json, key: 'password' }))).toContain('has no key password')
    expect(messageOf(await read(aws.endpoint, { ...json, key: 'port' }))).toContain('has a number at port')
    expect(messageOf(await read(aws.endpoint, { ...json, key: '__proto__' }))).toContain('has no key __proto__')
    expect(messageOf(await read(aws.endpoint, { key: 'client_secret' }))).toContain('is no JSON object')
  })
})

describe('what is no AWS', () => {
  test('a server that repeats the secret key and session token has them masked', async () => {
    const sessionToken = 'FwoGZXIvYXdzEXAMPLEsessionTOKEN'
    vi.stubEnv('AWS_SESSION_TOKEN', sessionToken)
    const body = JSON.stringify({ __type: 'InvalidRequestException', message: `${secretAccessKey} ${sessionToken}` })
    const aws = await start({ interfere: saying(400, body) })
    const message = messageOf(await read(aws.endpoint))
    expect(message).toContain('AWS says:')
    expect(message).not.toContain(secretAccessKey)
    expect(message).not.toContain(sessionToken)
  })

  test('so are those that the chain found in a file', async () => {
    const folder = await newFolder()
    const file = path.join(folder, 'credentials')
    await writeFile(file, `[app]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`)
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined)
    vi.stubEnv('AWS_PROFILE', 'app')
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', file)
    const aws = await start()
    expect(await read(aws.endpoint)).toMatchObject({ ok: true, value: secret })
    aws.state.interfere = saying(400, JSON.stringify({ __type: 'X', message: `no ${secretAccessKey}` }))
    const message = messageOf(await read(aws.endpoint))
    expect(message).toContain('AWS says: no')
    expect(message).not.toContain(secretAccessKey)
  })

  test('a redirect is refused, and not a byte arrives where it leads', async () => {
    const target = keep(await listen(() => {}))
    for (const status of [301, 302, 307, 308]) {
      const aws = await start({ interfere: saying(status, '', { Location: `http://127.0.0.1:${target.port}/` }) })
      expect(messageOf(await read(aws.endpoint))).toContain(`redirects (${status}), which is not followed`)
      expect(aws.seen).toHaveLength(1)
    }
    expect([target.connections(), target.received()]).toEqual([0, ''])
  })

  test.each(['', '<html>', '[]', '{"SecretString":', '{"SecretString":7}', '{}', 'null'])(
    'the answer %j is no secret',
    async (body) => {
      const aws = await start({ interfere: saying(200, body) })
      expect(await read(aws.endpoint)).toMatchObject({ ok: false })
    },
  )

  test('an endless answer is cut off', async () => {
    const aws = await start({
      interfere: (_request, response) => {
        const more = () => {
          while (response.write('x'.repeat(65_536)));
        }
        response.on('drain', more)
        more()
        return true
      },
    })
    expect(messageOf(await read(aws.endpoint))).toContain('Answer too large')
  })

  test('a server that never answers can be cancelled', async () => {
    const controller = new AbortController()
    const aws = await start({
      interfere: () => {
        controller.abort()
        return true
      },
    })
    expect(await read(aws.endpoint, {}, {}, controller.signal)).toEqual({
      ok: false,
      problem: { code: 'source_cancelled', evidence: {} },
    })
  })

  test('a login that never ends can be cancelled', async () => {
    const folder = await newFolder()
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
    vi.stubEnv('AWS_PROFILE', 'app')
    vi.stubEnv('AWS_CONFIG_FILE', path.join(folder, 'config'))
    await writeFile(path.join(folder, 'config'), '[profile app]\ncredential_process = sleep 5\n')
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    expect(await read('http://127.0.0.1:1', {}, {}, controller.signal)).toEqual({
      ok: false,
      problem: { code: 'source_cancelled', evidence: {} },
    })
  })

  test('a port where nothing listens is named', async () => {
    expect(messageOf(await read('http://127.0.0.1:1'))).toMatch(/^Connection refused: 127\.0\.0\.1:1, while connecting/)
  })
})

describe('readings of a server written from AWS’s API documentation, which checks each signature', () => {
  test('a secret comes with version, stage, date and region, over a signature that was calculated again', async () => {
    const aws = await start()
    const reading = await read(aws.endpoint)
    expect(reading).toMatchObject({ ok: true, value: secret })
    expect(factsOf(reading)).toEqual({
      Length: `${secret.length} characters`,
      Version: versionId,
      Stages: 'AWSCURRENT',
      Created: '2026-11-01 12:00:00 UTC',
      Region: 'eu-central-1',
    })
  })

  test('a key takes one value of a JSON object; without it the whole comes with a note', async () => {
    const aws = await start()
    expect(await read(aws.endpoint, { secretId: 'prod/json', key: 'client_secret' })).toMatchObject({ value: secret })
    const whole = await read(aws.endpoint, { secretId: 'prod/json' })
    expect(whole).toMatchObject({ ok: true, value: world.secrets?.['prod/json']?.SecretString })
    expect(factsOf(whole)).toMatchObject({ Note: expect.stringContaining('Enter a key') })
  })

  test('a stage is asked for by its name', async () => {
    const aws = await start()
    const reading = await read(aws.endpoint, { secretId: 'prod/next', versionStage: 'AWSPENDING' })
    expect(reading).toMatchObject({ ok: true, value: 'the next one' })
  })

  test('a session token goes along', async () => {
    const sessionToken = 'FwoGZXIvYXdzEXAMPLEsessionTOKEN'
    vi.stubEnv('AWS_SESSION_TOKEN', sessionToken)
    const aws = await start({ keys: { [accessKeyId]: { secret: secretAccessKey, sessionToken } } })
    expect(await read(aws.endpoint)).toMatchObject({ ok: true, value: secret })
  })

  test('the region is that of the chain when none is entered', async () => {
    vi.stubEnv('AWS_REGION', 'ap-south-1')
    const aws = await start()
    expect(factsOf(await read(aws.endpoint, { region: '' }))).toMatchObject({ Region: 'ap-south-1' })
    expect(aws.seen[0]?.headers.authorization).toContain('/ap-south-1/secretsmanager/')
  })

  test('a role is assumed with a web identity through the transport as well', async () => {
    const folder = await newFolder()
    await writeFile(path.join(folder, 'token'), 'a.web.identity')
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined)
    vi.stubEnv('AWS_WEB_IDENTITY_TOKEN_FILE', path.join(folder, 'token'))
    vi.stubEnv('AWS_ROLE_ARN', 'arn:aws:iam::123456789012:role/app')
    const sessionToken = 'FwoGZXIvYXdzEXAMPLEsessionTOKEN'
    const aws = await start({ keys: { ASIAEXAMPLE: { secret: secretAccessKey, sessionToken } } })
    vi.stubEnv('AWS_ENDPOINT_URL_STS', aws.endpoint)
    const credentials = `<AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken>${sessionToken}</SessionToken><Expiration>2036-01-01T00:00:00Z</Expiration>`
    const assumed = `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials>${credentials}</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`
    aws.state.interfere = (request, response) =>
      request.headers['x-amz-target'] === undefined &&
      saying(200, assumed, { 'Content-Type': 'text/xml' })(request, response)
    const urls: string[] = []
    const access = await newAccess()
    const transport: SourceAccess['transport'] = (request, options) => {
      urls.push(`${request.method} ${request.url}`)
      return access.transport(request, options)
    }
    expect(await read(aws.endpoint, {}, { transport })).toMatchObject({ ok: true, value: secret })
    expect(urls).toEqual([`POST ${aws.endpoint}/`, `POST ${aws.endpoint}/`])
  })

  test('a login by single sign-on asks through the transport as well', async () => {
    const home = await newFolder()
    vi.stubEnv('HOME', home)
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined)
    vi.stubEnv('AWS_PROFILE', 'app')
    const startUrl = 'https://example.awsapps.com/start'
    await mkdir(path.join(home, '.aws/sso/cache'), { recursive: true })
    const settings = ['sso_region = eu-west-1', 'sso_account_id = 123456789012', 'sso_role_name = app']
    await writeFile(
      path.join(home, '.aws/config'),
      `[profile app]\nsso_start_url = ${startUrl}\n${settings.join('\n')}\n`,
    )
    const cached = `${createHash('sha1').update(startUrl).digest('hex')}.json`
    const login = { accessToken: 'an-sso-token-of-the-cache', expiresAt: '2036-01-01T00:00:00Z' }
    await writeFile(path.join(home, '.aws/sso/cache', cached), JSON.stringify(login))
    const aws = await start({ interfere: saying(401, '{"message":"Session token not found or invalid"}') })
    const access = await newAccess()
    const asked: string[] = []
    const transport: SourceAccess['transport'] = (request, options) => {
      const { origin, pathname, search } = new URL(request.url)
      asked.push(origin + pathname + search)
      return access.transport({ ...request, url: `${aws.endpoint}${pathname}${search}` }, options)
    }
    const message = messageOf(await read(aws.endpoint, {}, { transport }))
    expect(asked).toEqual([
      'https://portal.sso.eu-west-1.amazonaws.com/federation/credentials?role_name=app&account_id=123456789012',
    ])
    expect(aws.seen[0]?.headers['x-amz-sso_bearer_token']).toBe('an-sso-token-of-the-cache')
    expect(message).toContain('The login at AWS has expired. Log in again (`aws sso login`)')
    const unreachable: SourceAccess['transport'] = (request, options) =>
      access.transport({ ...request, url: 'http://127.0.0.1:1/' }, options)
    expect(messageOf(await read(aws.endpoint, {}, { transport: unreachable }))).toMatch(/^Connection refused/)
  })
})
