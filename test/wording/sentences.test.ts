import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { exportJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { findings } from '../../electron/catalogue/findings.ts'
import type { FindingEntry } from '../../electron/catalogue/findings/entry.ts'
import { isCause } from '../../electron/catalogue/causes.ts'
import { findingText, type FindingText } from '../../electron/wording/findings.ts'
import { type Finding, findingCodeSchema, findingSchema } from '../../electron/contract/finding.ts'
import { bearer, json, misbehavingServers, secrets } from '../integration/misbehaving-servers.ts'
import { context, openTestApi } from '../integration/test-api.ts'
import { emptyPlacesOf } from './empty-places.ts'
import { producedFindings } from './produced/findings.ts'

const { serve, closeAll } = misbehavingServers()
let produced: Finding[] = []

beforeAll(async () => {
  produced = [...(await producedFindings()), ...(await findingsOfWholeCore())]
}, 60_000)
afterAll(closeAll)

/** Those that only core as a whole makes: of a token that comes again, a new secret, a signed introspection response. */
async function findingsOfWholeCore(): Promise<Finding[]> {
  const opened = openTestApi(null)
  const [right, wrong] = [newKey(), newKey()]
  const jwk = { ...(await exportJWK(right)), d: undefined, kid: '1', alg: 'ES256' }
  let signWith = right
  let refuses = false
  const server = await serve((request, response) => {
    if (request.url === '/jwks') return json(response, 200, { keys: [jwk] })
    if (request.url === '/token')
      return refuses ? json(response, 401, { error: 'invalid_client' }) : json(response, 200, bearer)
    return void new SignJWT({ token_introspection: { active: true } })
      .setProtectedHeader({ alg: 'ES256', kid: '1', typ: 'token-introspection+jwt' })
      .sign(signWith)
      .then((jwt) => response.writeHead(200, { 'content-type': 'application/token-introspection+jwt' }).end(jwt))
  })
  const endpoints = { token_endpoint: `${server.url}/token`, introspection_endpoint: `${server.url}/introspect` }
  const add = (jwks_uri: string) => opened.add({ ...endpoints, client_id: 'c', jwks_uri }, secrets)
  const [environmentId, withoutKeys] = [await add(`${server.url}/jwks`), await add('')]
  const style = { authentication: 'client', bodyFormat: 'form', responseFormat: 'jwt' } as const
  const request = (id: string) => opened.api.requestToken({ environmentId: id }, context)
  const introspect = (id: string) => opened.api.introspectToken({ environmentId: id, style }, context)
  const outcomes: object[] = [await request(environmentId), await request(environmentId), await request(withoutKeys)]
  outcomes.push(await introspect(environmentId), await introspect(withoutKeys))
  signWith = wrong
  outcomes.push(await introspect(environmentId))
  refuses = true
  await opened.change(environmentId, { secrets: { client_secret: 'new' }, keepOld: ['client_secret'] })
  outcomes.push(await request(environmentId))
  opened.close()
  const withFindings = z.object({ findings: z.array(findingSchema) })
  return outcomes.flatMap((outcome) => withFindings.safeParse(outcome).data?.findings ?? [])
}

function newKey(): KeyObject {
  return createPrivateKey(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }),
  )
}

test('every code of the closed list is produced by the part of core that says it', () => {
  const codes = new Set(produced.map(({ code }) => code))
  // Causes are made of records, in test/diagnosis.
  const rest = findingCodeSchema.options.filter((code) => !isCause({ code }))
  expect(rest.filter((code) => !codes.has(code))).toEqual([])
})

test('every finding has the severity, section and evidence that the catalogue allows for its code', () => {
  const wrong = produced.filter(({ code, severity, section, evidence }) => {
    const entry: FindingEntry = findings[code]
    const names = new Set([...entry.evidence, ...(entry.optional ?? [])])
    const isAllowed = [entry.severity].flat().includes(severity) && [entry.section].flat().includes(section)
    const hasOwn = entry.evidence.every((name) => name in evidence)
    return !isAllowed || !hasOwn || !(entry.open ?? Object.keys(evidence).every((name) => names.has(name)))
  })
  expect(wrong).toEqual([])
})

test('no sentence has an empty place, with the evidence that each of its producers makes', () => {
  const holes = produced.flatMap((finding) => emptyPlaces(finding).map((text) => `${finding.code}: ${text}`))
  expect([...new Set(holes)]).toEqual([])
})

test('the search for empty places finds one', () => {
  const refused = { code: 'refused_other', evidence: {} } as const
  expect(emptyPlaces(refused)).toHaveLength(1)
  expect(emptyPlaces({ ...refused, evidence: { error: '  ' } })).toHaveLength(1)
  expect(emptyPlaces({ ...refused, evidence: { error: 'x' } })).toEqual([])
})

test('no sentence has the remains of a value that is none, or a gap', () => {
  const odd = /undefined|\[object|NaN|\s[,;]|[,:] ?[,.]|“\s*”| {2}|\bis [,.]/
  const texts = produced.flatMap((finding) => partsOf(findingText(finding)).map((text) => `${finding.code}: ${text}`))
  expect([...new Set(texts.filter((text) => odd.test(text)))]).toEqual([])
})

test('evidence of any length makes a sentence that can be read', () => {
  for (const code of findingCodeSchema.options) {
    for (const long of ['scope:read '.repeat(20_000), 'x'.repeat(100_000)]) {
      const evidence = new Proxy<Record<string, string>>({}, { get: () => long })
      const parts = partsOf(findingText({ code, evidence }))
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(4000)
    }
  }
})

const partsOf = ({ title, sentence, advice }: FindingText) => [title, sentence, advice ?? '']

const emptyPlaces = (finding: Pick<Finding, 'code' | 'evidence'>) =>
  emptyPlacesOf(finding.evidence, (evidence) => partsOf(findingText({ ...finding, evidence })))
