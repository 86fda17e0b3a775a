import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftCall, ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { call, client, draft, header, made, set, variable } from './some-drafts.ts'

const canary = 'c4nary-7Yq2-Zx9K-secret'

/** Everything of an import that is shown, stored in clear or written to a log. */
const shownOf = (...drafts: ImportDraft[]) => {
  const { carried: _carried, ...shown } = made(...drafts)
  return JSON.stringify(shown)
}

const encoded = Buffer.from(`me:${canary}`).toString('base64')

const places: [string, Partial<DraftCall>][] = [
  ['a header that is called a key', { headers: [header('X-Api-Key', canary)] }],
  ['a header that is off', { headers: [{ name: 'X-Api-Key', value: canary, enabled: false }] }],
  ['a cookie', { headers: [header('Cookie', `session=${canary}`)] }],
  ['Basic credentials', { headers: [header('Authorization', `Basic ${encoded}`)] }],
  [
    'Basic credentials that the file says apart',
    { authorization: { kind: 'basic', username: 'me', password: canary } },
  ],
  ['a bearer token', { headers: [header('Authorization', `Bearer ${canary}`)] }],
  ['another scheme', { headers: [header('Authorization', `ApiKey ${canary}`)] }],
  ['a parameter in rows', { query: [{ name: 'api_key', value: canary, enabled: true }] }],
  ['a parameter in the URL', { url: `https://api.example/x?subscription-key=${canary}` }],
  ['a login in the URL', { url: `https://me:${canary}@api.example/x` }],
  [
    'a member of JSON',
    { method: 'POST', body: { kind: 'json', text: JSON.stringify({ user: { password: canary } }) } },
  ],
  [
    'a field of a form',
    { method: 'POST', body: { kind: 'form', fields: [{ name: 'client_secret', value: canary, enabled: true }] } },
  ],
  [
    'a form as text',
    {
      method: 'POST',
      body: { kind: 'text', text: `user=me&password=${canary}`, contentType: 'application/x-www-form-urlencoded' },
    },
  ],
  [
    'XML',
    { method: 'POST', body: { kind: 'text', text: `<a:Password>${canary}</a:Password>`, contentType: 'text/xml' } },
  ],
  [
    'a part of a multipart form',
    {
      method: 'POST',
      body: {
        kind: 'multipart',
        parts: [{ kind: 'text', name: 'token', value: canary, contentType: '', enabled: true }],
      },
    },
  ],
  [
    'a variable of the call',
    { url: 'https://api.example/{{x}}', variables: [variable('password', canary), variable('x', '1')] },
  ],
  ['notes', { notes: `Use {"password": "${canary}"} here.` }],
]

test.each(places)('a secret in %s is moved out, with a client and without', (_, members) => {
  expect(shownOf(draft({ clients: [client()], calls: [call(members)] }))).not.toContain('c4nary')
  expect(shownOf(draft({ calls: [call(members)] }))).not.toContain('c4nary')
  expect(shownOf(draft({ calls: [call(members)] }))).not.toContain(encoded)
})

test('a secret of a client or a variable is nowhere else, however it got there', () => {
  const owner = client({ name: `Client ${canary}`, secrets: { client_secret: '{{s}}' } })
  const one = call({
    name: `Call ${canary}`,
    folders: [canary],
    notes: `The secret is ${canary}.`,
    url: `https://api.example/${canary}/x`,
    headers: [header('X-Anything', `a ${canary} b`)],
    method: 'POST',
    body: { kind: 'text', text: `first ${canary} last`, contentType: 'text/plain' },
    authorization: { kind: 'other', fact: { code: 'expression', evidence: { text: canary } } },
  })
  const text = shownOf(
    draft({
      clients: [owner],
      calls: [one],
      variableSets: [set('dev', { s: canary, url: `https://x.example/${canary}`, plain: `is ${canary}` })],
    }),
  )
  expect(text).not.toContain('c4nary')
})

test('the secret of a client is in no setting, no scope of a call and no assertion', () => {
  const owner = client({
    settings: {
      token_endpoint: `https://as.example/${canary}/token`,
      client_id: 'me',
      scope: `read ${canary}`,
      audience: canary,
      resource: [`https://api.example/${canary}`],
      parameters: [{ name: 'tenant', value: `x${canary}` }],
    },
    secrets: { client_secret: canary },
  })
  const one = call({
    scope: `read ${canary}`,
    assertions: [
      { kind: 'header', name: 'X-Echo', test: 'equals', value: canary },
      { kind: 'status', expected: '200' },
    ],
  })
  const drafts = draft({ clients: [owner], calls: [one] })
  expect(shownOf(drafts)).not.toContain('c4nary')
  const { environments, notes } = made(drafts)
  expect(environments[0]?.calls[0]).toMatchObject({ scope: 'read', assertions: [{ kind: 'status', expected: '200' }] })
  expect(notes.map(({ fact }) => (fact.code === 'settings' ? fact.evidence.names : []))).toEqual(
    expect.arrayContaining([['scope', 'assertions'], ['token_endpoint', 'scope', 'audience', 'resource'], ['tenant']]),
  )
})

test('a short secret is moved out where it is all of a value, and stays a part of words', () => {
  const pin = 'h7x2'
  const values = (members: Partial<DraftCall>) => {
    const drafts = draft({ calls: [call({ method: 'POST', ...members })], variables: [variable('pin', pin, true)] })
    return made(drafts).environments[0]?.calls[0]
  }
  const fields = [
    { name: 'a', value: pin, enabled: true },
    { name: pin, value: `${pin}-1`, enabled: true },
  ]
  const kept = [
    { name: 'a', value: '{{pin}}', enabled: true },
    { name: pin, value: `${pin}-1`, enabled: true },
  ]
  expect(values({ query: fields })?.query).toEqual(kept)
  expect(values({ headers: fields })?.headers).toEqual(kept)
  expect(values({ body: { kind: 'form', fields } })?.body).toEqual({ kind: 'form', fields: kept })
  expect(values({ url: `https://api.example/?a=${pin}` })?.query).toEqual(kept.slice(0, 1))
  const json = (value: string) => `{"${pin}": ["${value}", "${pin}-1"], "a" :"${value}"}`
  expect(values({ body: { kind: 'json', text: json(pin) } })?.body).toEqual({ kind: 'json', text: json('{{pin}}') })
  expect(values({ body: { kind: 'text', text: `a=${pin}&b=${pin}1`, contentType: '' } })?.body).toMatchObject({
    text: `a={{pin}}&b=${pin}1`,
  })
  const ofClient = client({ secrets: { client_secret: pin } })
  expect(
    made(draft({ clients: [ofClient], calls: [call({ headers: [header('X-A', pin)] })] })).environments[0]?.calls[0]
      ?.headers,
  ).toEqual([header('X-A', '{{secret}}')])
})

test('a parameter and a header of the token request that are secret are left out, and named', () => {
  const result = made(
    draft({
      clients: [
        client({
          settings: {
            token_endpoint: `https://as.example/token?api_key=${canary}`,
            client_id: 'me',
            parameters: [
              { name: 'password', value: canary },
              { name: 'tenant', value: 'one' },
              { name: 'pin', value: '{{pin}}' },
            ],
            headers: [{ name: 'X-Api-Key', value: canary }],
          },
        }),
      ],
      variables: [variable('pin', canary, true)],
    }),
  )
  expect(JSON.stringify(result)).not.toContain('c4nary')
  expect(result.environments[0]?.value.parameters).toEqual([{ name: 'tenant', value: 'one' }])
  expect(result.notes.map(({ fact }) => (fact.code === 'settings' ? fact.evidence.names : []))).toEqual(
    expect.arrayContaining([['X-Api-Key'], ['password'], ['token_endpoint']]),
  )
})

test('a variable that the file says is secret, or that looks it, becomes a secret variable', () => {
  const result = made(
    draft({
      calls: [call({ url: '{{url}}/{{a}}', headers: [header('X-A', '{{b}} {{token_url}} {{c}}')] })],
      variables: [
        variable('url', 'https://api.example'),
        variable('a', 'said', true),
        variable('b', canary),
        variable('token_url', 'https://as.example/token'),
        variable('c', '{{b}}!'),
      ],
    }),
  )
  expect(result.environments[0]?.value.variables).toEqual([
    { name: 'url', value: 'https://api.example', secret: false },
    { name: 'a', value: '', secret: true },
    { name: 'b', value: '', secret: true },
    { name: 'token_url', value: 'https://as.example/token', secret: false },
    { name: 'c', value: '', secret: true },
  ])
  expect(result.environments[0]?.found.map(({ variable: name, likely }) => [name, likely])).toEqual([
    ['a', false],
    ['b', true],
    ['c', true],
  ])
})

test('Basic credentials with variables become one secret variable, encoded for each stage', () => {
  const result = made(
    draft({
      clients: [client()],
      calls: [call({ authorization: { kind: 'basic', username: '{{user}}', password: '{{pass}}' } })],
      variableSets: [set('dev', { user: 'a', pass: 'b' }), set('prod', { user: 'c', pass: 'd' })],
    }),
  )
  expect(result.environments.map(({ calls }) => calls[0]?.headers)).toEqual(
    Array.from({ length: 2 }, () => [header('Authorization', 'Basic {{basic_credentials}}')]),
  )
  expect(
    Object.values(result.carried).map(({ secret_variables }) => JSON.parse(secret_variables ?? '').basic_credentials),
  ).toEqual(['YTpi', 'Yzpk'])
})

test('any secret in any text of a call is moved out, whatever is around it', () => {
  const around = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(around, around, (before, after) => {
      const text = `${before} ${canary} ${after}`
      const drafts = draft({
        clients: [client({ secrets: { client_secret: canary } })],
        calls: [
          call({
            name: text,
            notes: text,
            url: `https://api.example/${text}`,
            headers: [header('X-A', text)],
            method: 'POST',
            body: { kind: 'text', text, contentType: '' },
          }),
        ],
      })
      expect(shownOf(drafts)).not.toContain('c4nary')
    }),
    { numRuns: 500 },
  )
})

const random = 'Zx8Qm2Lp7Rt4Vn9Kb3Wd6Yf1'

test.each<[string, Partial<DraftCall>]>([
  ['before an equals sign', { headers: [header('X-Trace', `${random}=1`)] }],
  ['beside a variable in a header', { headers: [header('X-Api-Key', `${random}<{{a}}`)] }],
  ['in the name of a parameter', { query: [{ name: `--key ${random}`, value: '', enabled: true }] }],
  ['between blanks of a URL', { url: `https://api.example/x --key ${random} y` }],
  [
    'in the name of a field',
    { method: 'POST', body: { kind: 'form', fields: [{ name: `key ${random} x`, value: '1', enabled: true }] } },
  ],
  [
    'in the name of a file',
    { method: 'POST', body: { kind: 'file', file: { path: '', name: `x --key ${random}` }, contentType: '' } },
  ],
])('what looks like a secret is kept apart %s too', (_what, members) => {
  expect(shownOf(draft({ clients: [client()], calls: [call(members)] }))).not.toContain(random)
})

test('what is secret in one call is in no name and no notes of another, before it or behind', () => {
  const secret = 'orders-and-more'
  const notes = `> client_secret: ${secret}\n\nsends me:${secret}`
  const calls = [
    call({ name: `With ${secret}`, notes }),
    call({ method: 'POST', body: { kind: 'form', fields: [{ name: 'client_secret', value: secret, enabled: true }] } }),
    call({ url: 'https://api.example/2', folders: [secret], notes }),
  ]
  expect(shownOf(draft({ calls }))).not.toContain(secret)
  const basic = call({ authorization: { kind: 'basic', username: 'me', password: secret }, notes })
  expect(shownOf(draft({ calls: [basic] }))).not.toContain(secret)
})
