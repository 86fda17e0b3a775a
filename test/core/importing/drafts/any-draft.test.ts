import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftCall, DraftClient, ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { apiCallSchema } from '../../../../electron/contract/api-call.ts'
import { environmentInputSchema } from '../../../../electron/contract/environment.ts'
import { importNoteSchema } from '../../../../electron/contract/import-note.ts'
import { secretValueSchema } from '../../../../electron/contract/secret.ts'
import { call, client, draft, made } from './some-drafts.ts'

const words = [
  '{{a}}',
  '{{ b }}',
  '{{a b}}',
  '{{$guid}}',
  '{{',
  '}}',
  'https://',
  'as.example',
  '/token',
  '?x=',
  '&',
  '#',
  '@',
  ':',
  'password',
  'x',
  '\u0000',
  '\uD800',
  '"',
  '\\',
  ' ',
  '<id>',
]
const text = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constant('x'.repeat(11_000)) },
)
const name = fc.oneof(
  fc.constantFrom('a', 'b', 'a b', 'password', 'Authorization', 'constructor', '__proto__', ''),
  text,
)
const row = fc.record({ name, value: text, enabled: fc.boolean() })
const variables = fc.array(fc.record({ name, value: text, secret: fc.boolean() }), { maxLength: 5 })

const anyClient: fc.Arbitrary<DraftClient> = fc
  .record({
    name,
    settings: fc.record(
      {
        issuer: text,
        token_endpoint: text,
        introspection_endpoint: text,
        client_id: text,
        scope: text,
        audience: text,
        resource: fc.array(text, { maxLength: 25 }),
        parameters: fc.array(fc.record({ name, value: text }), { maxLength: 60 }),
        headers: fc.array(fc.record({ name, value: text }), { maxLength: 3 }),
        caFile: text,
        proxy: fc.record({ mode: fc.constant('explicit' as const), url: text, username: text }),
        clientCertificate: fc.record({ certificate: text, certificateFile: text }),
      },
      { requiredKeys: [] },
    ),
    secrets: fc.record({ client_secret: text, proxy_password: text }, { requiredKeys: [] }),
  })
  .map(client)

const body: fc.Arbitrary<DraftCall['body']> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({ kind: fc.constant('json' as const), text }),
  fc.record({ kind: fc.constant('text' as const), text, contentType: text }),
  fc.record({ kind: fc.constant('form' as const), fields: fc.array(row, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('multipart' as const),
    parts: fc.array(
      fc.record({ kind: fc.constant('text' as const), name, value: text, contentType: text, enabled: fc.boolean() }),
      { maxLength: 3 },
    ),
  }),
)

const anyCall = (owner: DraftClient): fc.Arbitrary<DraftCall> =>
  fc
    .record({
      name,
      folders: fc.array(text, { maxLength: 3 }),
      notes: text,
      method: fc.constantFrom('GET', 'post', 'TRACE', ''),
      url: text,
      query: fc.array(row, { maxLength: 3 }),
      headers: fc.array(row, { maxLength: 3 }),
      body,
      authorization: fc.oneof(
        fc.constantFrom<DraftCall['authorization']>(
          { kind: 'none' },
          { kind: 'unsaid' },
          { kind: 'client', client: owner },
        ),
        fc.record({ kind: fc.constant('basic' as const), username: text, password: text }),
      ),
      scope: text,
      variables,
    })
    .map(call)

const anyDraft: fc.Arbitrary<ImportDraft> = anyClient.chain((owner) =>
  fc
    .record({
      name,
      clients: fc.oneof(fc.constant([owner]), fc.constant([]), fc.array(anyClient, { maxLength: 3 })),
      calls: fc.array(anyCall(owner), { maxLength: 4 }),
      variables,
      variableSets: fc.array(fc.record({ name, place: fc.constant(owner.place), variables }), { maxLength: 3 }),
    })
    .map(draft),
)

test('what comes out of any draft holds to every rule', () => {
  fc.assert(
    fc.property(fc.array(anyDraft, { minLength: 1, maxLength: 3 }), (drafts) => {
      const { environments, carried, notes, valuesNeeded } = made(...drafts)
      for (const { id, value, calls } of environments) {
        expect(environmentInputSchema.parse(value)).toEqual(value)
        for (const one of calls) expect(apiCallSchema.safeParse({ ...one, environmentId: id }).error).toBeUndefined()
      }
      const names = environments.map(({ value }) => value.name)
      expect(new Set(names).size).toBe(names.length)
      for (const note of notes) expect(importNoteSchema.safeParse(note).error).toBeUndefined()
      for (const secrets of Object.values(carried))
        for (const one of Object.values(secrets)) expect(secretValueSchema.safeParse(one).error).toBeUndefined()
      expect(new Set(valuesNeeded).size).toBe(valuesNeeded.length)
    }),
    { numRuns: 60 },
  )
})

test('the same draft gives the same import', () => {
  fc.assert(
    fc.property(anyDraft, (one) => {
      expect(made(one)).toEqual(made(one))
    }),
    { numRuns: 20 },
  )
})

test('variables that multiply one another, and long chains of them, end', () => {
  const bomb = Array.from({ length: 60 }, (_, index) => ({
    name: `v${index}`,
    value: `{{v${index + 1}}}`.repeat(10),
    secret: false,
  }))
  const chain = Array.from({ length: 5000 }, (_, index) => ({
    name: `c${index}`,
    value: `{{c${index + 1}}}`,
    secret: false,
  }))
  const { notes } = made(
    draft({
      clients: [client({ settings: { token_endpoint: 'https://{{v0}}', client_id: '{{c0}}' } })],
      variables: [...bomb, ...chain, { name: 'v60', value: 'x', secret: false }],
    }),
  )
  expect(notes.some(({ fact }) => fact.code === 'variable_loop')).toBe(true)
})
