import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type DiagnosisRecord, recordSchema } from './record.ts'

/** Failures out of public threads lie beside the repository, where they lie at all. */
const file = path.resolve(import.meta.dirname, '../../../shared/diagnosis/examples.json')

/** What the tests with them miss; null when they are there. */
export const missingExamples = existsSync(file) ? null : 'There are no examples in ../shared/diagnosis/examples.json.'

const record = z.record(z.string(), z.string())
const exampleSchema = z.looseObject({
  id: z.string(),
  step: z.enum(['token', 'introspection', 'api', 'connect', 'jwks', 'discovery']),
  request: z.object({ method: z.string(), url: z.string(), headers: record, body: z.string().nullable() }),
  facts: z.record(z.string(), z.unknown()),
  response: z.object({ status: z.number(), headers: record, body: z.string() }).optional(),
  failure: z.object({ code: z.string(), phase: z.string(), message: z.string() }).optional(),
  clock: record.optional(),
  trueCause: z.string(),
  alsoAcceptable: z.array(z.string()).optional(),
})
type Example = z.infer<typeof exampleSchema>

/** Codes of ours for a cause of the examples that has another name here. */
const names: Readonly<Record<string, readonly string[]>> = {
  'secret-whitespace': ['secret_whitespace'],
  'credential-expired': ['credential_expired', 'client_certificate_validity'],
  'insufficient-scope': ['api_scope_missing'],
  'issuer-mismatch': ['token_issuer_mismatch', 'inactive_other_issuer'],
  'discovery-issuer-mismatch': ['issuer_mismatch'],
  'kid-unknown': ['assertion_kid_missing', 'key_not_registered', 'jwks_stale', 'token_signature_rejected'],
  redirect: ['redirect_refused'],
  refused: ['localhost_refused', 'refused'],
  'localhost-in-container': ['localhost_refused'],
  dns: ['name_not_found'],
  timeout: ['timeout'],
  'tls-unknown-ca': ['tls_unknown_ca', 'tls_self_signed', 'tls_intercepted'],
  'tls-incomplete-chain': ['tls_chain_incomplete'],
  'token-invalid': ['token_malformed'],
}

const codesOf = (cause: string): readonly string[] => names[cause] ?? [cause.replaceAll('-', '_')]

export interface ExampleCase {
  record: DiagnosisRecord
  cause: string | null
  also: readonly string[]
}

/** The examples as records; what may not be known (`background`) is left out. */
export function readExamples(): ExampleCase[] {
  return z
    .array(exampleSchema)
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map(caseOf)
}

function caseOf(example: Example): ExampleCase {
  const { id, step, request, response, failure, clock, trueCause, alsoAcceptable = [] } = example
  const right = [trueCause, ...alsoAcceptable].flatMap(codesOf)
  const cause = trueCause === 'none' ? null : (right[0] ?? null)
  const now = clock?.['localNow'] ?? clock?.['now'] ?? clock?.['serverNow']
  const record: unknown = {
    name: id,
    from: 'documented: examples.json',
    step: step === 'connect' ? 'token' : step,
    request: { ...request, headers: Object.entries(request.headers) },
    response: response === undefined ? null : { ...response, headers: headersOf(response.headers, clock) },
    ...(failure !== undefined && { failure: failureOf(failure) }),
    ...(now !== undefined && { now }),
    facts: factsOf(example),
    cause: null,
  }
  return { record: recordSchema.parse(record), cause, also: right.slice(1) }
}

function headersOf(headers: Record<string, string>, clock: Record<string, string> | undefined): [string, string][] {
  const date = clock?.['serverDate']
  const all = Object.entries(headers)
  return date === undefined || 'date' in headers ? all : [...all, ['date', new Date(date).toUTCString()]]
}

const failureCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls_unknown_ca',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls_unknown_ca',
}

const failureOf = ({ code, phase }: { code: string; phase: string }) => ({
  code: failureCodes[code] ?? 'other',
  phase,
  nodeCode: code,
})

function factsOf({ facts }: Example) {
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : undefined)
  const settings = {
    ...(text('configuredIssuer') !== undefined && { issuer: text('configuredIssuer') }),
    ...(text('authMethod') !== undefined && { token_endpoint_auth_method: text('authMethod') }),
    ...(typeof facts['audience'] === 'string' && { audience: facts['audience'] }),
  }
  const minute = facts['tokenRequestsLastMinute']
  return {
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(text('storedSecret') !== undefined && { storedSecret: text('storedSecret') }),
    ...(Array.isArray(facts['jwksNow']) && { keyIds: facts['jwksNow'] }),
    ...(typeof minute === 'number' && {
      earlier: { workedAt: null, changed: [], inLastMinute: minute, refusedInARow: 1 },
    }),
  }
}
