import { contentTypeIn } from '../../common/content-type.ts'
import { splitUrl } from '../../common/query-rows.ts'
import type { RequestDifference } from '../../contract/exchange-comparison.ts'
import type { Exchange } from '../../contract/exchange.ts'
import { headerDifferences } from '../compare-answers/header-differences.ts'

type Part = RequestDifference['part']

/** Fields and parameters that every request has its own of. */
const ofEach = /^(?:content-length|dpop|client_assertion|assertion|client-request-id|sentry-trace|baggage|b3)$/i

/** What differs of two requests, but for a body that is no form: where they went, what they said, and over what. */
export function requestDifferences(left: Exchange, right: Exchange): RequestDifference[] {
  const [one, other] = [splitUrl(left.request.url), splitUrl(right.request.url)]
  return [
    ...alone('method', left.request.method, right.request.method),
    ...alone('endpoint', one.url, other.url),
    ...alone('authentication', authenticationOf(left), authenticationOf(right)),
    ...alone('client_id', clientOf(left), clientOf(right)),
    ...named('query', pairsOf(one.query), pairsOf(other.query)),
    ...named('parameter', formOf(left) ?? [], formOf(right) ?? []),
    ...headerDifferences(left.request.headers, right.request.headers).map(
      ({ name, isOfEach, left: before, right: after }): RequestDifference => ({
        part: 'header',
        name,
        isOfEach: isOfEach || ofEach.test(name) || isSameScheme(name, before, after),
        left: before,
        right: after,
      }),
    ),
    ...alone('proxy', left.connection?.proxy ?? null, right.connection?.proxy ?? null),
    ...alone('tls', left.tls?.protocol ?? null, right.tls?.protocol ?? null),
    ...alone('client_certificate', certificateOf(left), certificateOf(right)),
    ...alone('server_certificate', serverOf(left), serverOf(right)),
  ]
}

/** The parameters of a form, decoded; null for any other body, and for one that is not all there. */
export function formOf({ request: { headers, body } }: Exchange): readonly (readonly [string, string])[] | null {
  const isForm = contentTypeIn(headers).toLowerCase().startsWith('application/x-www-form-urlencoded')
  if (!isForm || body === null || body.encoding === 'base64' || body.isHead === true) return null
  return [...new URLSearchParams(body.text)]
}

function alone(part: Part, left: string | null, right: string | null): RequestDifference[] {
  return left === right ? [] : [{ part, name: '', isOfEach: false, left, right }]
}

/** By name; of one name the values together, in their order. */
function named(
  part: Part,
  left: readonly (readonly [string, string])[],
  right: readonly (readonly [string, string])[],
): RequestDifference[] {
  const names = new Set([...left, ...right].map(([name]) => name))
  return [...names].flatMap((name) => {
    const [one, other] = [valuesOf(left, name), valuesOf(right, name)]
    return one === other ? [] : [{ part, name, isOfEach: ofEach.test(name), left: one, right: other }]
  })
}

function valuesOf(pairs: readonly (readonly [string, string])[], name: string): string | null {
  const values = pairs.flatMap(([other, value]) => (other === name ? [value] : []))
  return values.length === 0 ? null : values.join(', ')
}

const pairsOf = (rows: ReturnType<typeof splitUrl>['query']): readonly (readonly [string, string])[] =>
  rows.map(({ name, value }) => [name, value ?? ''])

function authenticationOf({ request: { clientAuthentication: one } }: Exchange): string | null {
  if (one === null) return null
  return one.method === 'client_secret_basic' ? `${one.method} (${one.basicEncoding})` : one.method
}

const clientOf = ({ request }: Exchange): string | null => request.clientAuthentication?.client_id ?? null

/** Credentials are masked, and the tokens are compared by themselves. */
function isSameScheme(name: string, left: string | null, right: string | null): boolean {
  if (name.toLowerCase() !== 'authorization' || left === null || right === null) return false
  return left.split(' ', 1)[0]?.toLowerCase() === right.split(' ', 1)[0]?.toLowerCase()
}

const certificateOf = ({ tls }: Exchange): string | null => tls?.clientCertificate?.fingerprint256 ?? null
const serverOf = ({ tls }: Exchange): string | null => tls?.chain[0]?.fingerprint256 ?? null
