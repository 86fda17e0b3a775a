import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { apiCallSchema } from '../../../electron/contract/api-call.ts'
import { environmentInputSchema } from '../../../electron/contract/environment.ts'
import { importNoteSchema } from '../../../electron/contract/import-note.ts'
import type { ForeignImport } from '../../../electron/core/importing/drafts/foreign-import.ts'
import { readForeign } from '../../../electron/core/importing/read-foreign.ts'
import { secretValuesIn } from '../../../electron/core/variables/secret-values.ts'
import { importFactText } from '../../../electron/wording/import/notes.ts'
import { because } from '../../support/skipped.ts'

/** Files that others wrote lie beside the repository, where they lie at all. */
const folder = path.resolve(import.meta.dirname, '../../../../shared/imports')

/** What these tests miss; null where the files are there. */
const missing = existsSync(folder) ? null : 'There are no files in ../shared/imports.'

function filesIn(place: string): string[] {
  return statSync(place).isDirectory() ? readdirSync(place).flatMap((name) => filesIn(path.join(place, name))) : [place]
}

/** A file, or all files of a folder, as they are given to the app. */
function imported(name: string): ForeignImport {
  const place = path.join(folder, name)
  const base = statSync(place).isDirectory() ? place : path.dirname(place)
  const files = filesIn(place).map((file) => ({ path: path.relative(base, file), text: readFileSync(file, 'utf8') }))
  let count = 0
  const made = readForeign(files, () => `id-${++count}`)
  if (made === null) throw new Error(`${name} was not recognized`)
  return made
}

const settingsOf = ({ environments }: ForeignImport) =>
  environments.map(({ value }) => ({
    name: value.name,
    token: value.token_endpoint,
    client: value.client_id,
    method: value.token_endpoint_auth_method,
    scope: value.scope,
  }))
const callsOf = ({ environments }: ForeignImport) => environments.map(({ calls }) => calls.length)
const codesOf = ({ notes }: ForeignImport) => notes.map(({ fact }) => fact.code)
const countOf = (made: ForeignImport, code: string) => codesOf(made).filter((one) => one === code).length

describe.skipIf(missing !== null)(`files that others wrote${because(missing)}`, () => {
  test('Postman: one client among five grants, its URL flagged, audience and resource unwrapped', () => {
    const made = imported('postman/kong-oauth2-v21.json')
    expect(settingsOf(made)).toMatchObject([{ token: '', client: 'test', scope: 'test' }])
    expect(made.environments[0]?.value).toMatchObject({
      audience: 'test',
      parameters: [{ name: 'resource', value: 'test' }],
    })
    expect(Object.values(made.carried)).toEqual([{ client_secret: 'test' }])
    expect(callsOf(made)).toEqual([5])
    expect(countOf(made, 'other_grant')).toBe(4)
    expect(codesOf(made)).toContain('not_a_url')
  })

  test('Postman: a scope with commas stays one text, and parameters go where they belong', () => {
    const made = imported('postman/bruno-Oauth2.postman_collection.json')
    expect(settingsOf(made)).toMatchObject([
      {
        token: 'https://api.example.com/access?tokenKey1=tokenValue1',
        client: '',
        method: 'client_secret_basic',
        scope: 'scope:scope1,scope:scope2',
      },
    ])
    expect(made.environments[0]?.open).toEqual([{ field: 'client_id', text: '{{client_id}}' }])
    expect(made.environments[0]?.value).toMatchObject({
      parameters: [{ name: 'tokenKey', value: 'tokenValue' }],
      headers: [{ name: 'tokenKey2', value: 'tokenValue2' }],
    })
    expect(made.valuesNeeded).toEqual(['client_id'])
    expect(callsOf(made)).toEqual([8])
    expect(countOf(made, 'other_grant')).toBe(6)
    expect(codesOf(made)).toContain('token_in_query')
  })

  test('Postman: a collection without this flow gives its calls and the reason', () => {
    const made = imported('postman/bruno-token-placement.json')
    expect(made.environments.map(({ kind }) => kind)).toEqual(['calls'])
    expect(callsOf(made)).toEqual([2])
    expect(made.notes.find(({ fact }) => fact.code === 'no_client')?.fact.evidence).toEqual({
      grants: ['authorization_code'],
    })
  })

  test('Postman: an environment without a name is called like its file', () => {
    const made = imported('postman/kong-env-noname.json')
    expect(made.environments.map(({ value }) => [value.name, value.variables])).toEqual([
      ['kong-env-noname', [{ name: 'foo-and-bar', value: 'production-env', secret: false }]],
    ])
    expect(codesOf(made)).toEqual(['variable_switched_off'])
  })

  test.each([
    ['ups-DeliveryIntercept.yaml', 'https://onlinetools.ups.com/security/v1/oauth/token', 7],
    ['ups-AddressValidation-Ready.yaml', 'https://wwwcie.ups.com/security/v1/oauth/token', 2],
    ['ups-DeliveryDefense.yaml', 'https://wwwcie.ups.com/security/v1/oauth/token', 1],
  ])('OpenAPI: %s has two servers with one token endpoint, and says so', (name, token, calls) => {
    const made = imported(`openapi/${name}`)
    expect(settingsOf(made)).toMatchObject([
      { token, scope: '' },
      { token, scope: '' },
    ])
    expect(made.environments.every(({ value }) => / · (Address|Delivery)/.test(value.name))).toBe(true)
    expect(made.environments.map(({ value }) => value.stage).toSorted()).toEqual(['production', 'staging'])
    expect(callsOf(made)).toEqual([calls, calls])
    expect(countOf(made, 'one_token_endpoint')).toBe(1)
  })

  test('OpenAPI: only operations with the scheme of this flow carry its token', () => {
    const made = imported('openapi/kong-endpoint-security.yaml')
    expect(settingsOf(made)).toMatchObject([
      { token: 'https://api.server.test/v1/token', scope: 'read:something write:something' },
    ])
    expect(callsOf(made)).toEqual([12])
    expect(
      made.environments[0]?.calls.flatMap(({ name, authorization }) => (authorization === 'environment' ? [name] : [])),
    ).toContain('GET /oauth2/client-credentials')
  })

  test('Swagger 2 without OAuth gives calls, and no environment is invented', () => {
    const made = imported('openapi/kong-swagger2-petstore.yml')
    expect(made.environments.map(({ kind }) => kind)).toEqual(['calls'])
    expect(callsOf(made)).toEqual([4])
    expect(made.environments[0]?.value.variables[0]?.value).toMatch(/^http:\/\/petstore\.swagger\.io/)
  })

  test('Bruno: a request that overrides the collection is kept and mentioned', () => {
    const made = imported('bruno/usebruno-keycloak-cc')
    expect(settingsOf(made)).toEqual([
      {
        name: 'oauth2',
        token: 'http://localhost:8080/realms/bruno/protocol/openid-connect/token',
        client: 'account',
        method: 'client_secret_post',
        scope: 'openid',
      },
    ])
    expect(made.environments[0]?.value.provider).toBe('keycloak')
    expect(callsOf(made)).toEqual([1])
    expect(codesOf(made)).toContain('differs_in_authorization')
  })

  test('Bruno: secrets in clear are moved, and the token request is no call', () => {
    const made = imported('bruno/usebruno-oauth2')
    expect(settingsOf(made)).toMatchObject([
      {
        name: 'Local',
        token: 'http://localhost:8080/api/auth/oauth2/client_credentials/token',
        client: 'client_id_1',
        scope: 'admin',
      },
    ])
    expect(Object.values(made.carried)).toMatchObject([{ client_secret: 'client_secret_1' }])
    expect(made.environments[0]?.calls).toMatchObject([{ name: 'resource', authorization: 'environment', query: [] }])
    expect(codesOf(made)).toContain('token_in_query')
  })

  test('Bruno: a client certificate keeps its path, and its passphrase is a secret', () => {
    const made = imported('bruno/usebruno-pfx-yml')
    expect(made.environments[0]?.value.network.clientCertificate.certificateFile).toMatch(/client\.pfx$/)
    expect(Object.values(made.carried)).toEqual([{ client_certificate_passphrase: 'bruno' }])
  })

  test('Insomnia: one client among eight authorizations, and calls in their folders', () => {
    const made = imported('insomnia/kong-oauth-v4.yaml')
    expect(settingsOf(made)).toMatchObject([
      {
        token: 'http://127.0.0.1:4010/oidc/token',
        client: 'client_credentials',
        method: 'client_secret_basic',
        scope: 'openid',
      },
    ])
    expect(callsOf(made)).toEqual([8])
    expect(countOf(made, 'other_grant')).toBe(7)
    expect(new Set(made.environments[0]?.calls.flatMap(({ folder }) => folder || [])).size).toBe(3)
  })

  test('Insomnia: the base environment and its two others are three', () => {
    const made = imported('insomnia/bruno-v4-with-envs.json')
    expect(callsOf(made)).toEqual([1, 1, 1])
  })

  test.each([
    ['kong-multi.sh', 4],
    ['kong-dollar-sign.sh', 1],
    ['kong-form.sh', 1],
    ['kong-header-colon.sh', 1],
    ['kong-multi-data.sh', 1],
    ['kong-urlencoded.sh', 1],
  ])('curl: %s gives %i calls and no environment', (name, calls) => {
    const made = imported(`curl/${name}`)
    expect(made.environments.map((one) => [one.kind, one.calls.length])).toEqual([['calls', calls]])
  })

  const all =
    missing === null
      ? readdirSync(folder).flatMap((kind) =>
          statSync(path.join(folder, kind)).isDirectory()
            ? readdirSync(path.join(folder, kind)).map((name) => `${kind}/${name}`)
            : [],
        )
      : ['every file']

  test.each(all)('%s holds to every rule, and no secret of it is shown', (name) => {
    const { carried, ...shown } = imported(name)
    for (const { id, value, calls } of shown.environments) {
      expect(environmentInputSchema.safeParse(value).error).toBeUndefined()
      for (const call of calls) expect(apiCallSchema.safeParse({ ...call, environmentId: id }).error).toBeUndefined()
    }
    for (const note of shown.notes) {
      expect(importNoteSchema.safeParse(note).error).toBeUndefined()
      expect(importFactText(note.fact)).toMatch(/\.$/)
    }
    const texts = JSON.stringify(shown)
    const secrets = Object.values(carried).flatMap((one) =>
      Object.entries(one).flatMap(([name, text]) =>
        name === 'secret_variables' ? Array.from(secretValuesIn(text).values()) : text,
      ),
    )
    // A short word may be anything.
    for (const secret of secrets.filter(({ length }) => length >= 12))
      expect(texts.replaceAll(/\{\{[^{}]*\}\}|"(?:variable|name|place)":"[^"]*"/g, '')).not.toContain(secret)
  })
})
