import { cause, type Cause } from '../check.ts'
import type { Case } from '../case.ts'
import type { AssertionFacts } from '../facts/assertion-facts.ts'

/** Whether `aud` is the server: its issuer, its token endpoint, or the endpoint that was asked. @see RFC 7523 §3 */
export function audienceOf(kase: Case, { aud }: AssertionFacts): Cause[] {
  const { request, metadata, settings } = kase
  const words = kase.answer?.words ?? ''
  const issuer = metadata?.issuer || settings?.issuer || null
  const endpoint = (kase.step === 'token' ? null : metadata?.token_endpoint) ?? withoutQuery(request.url)
  const wanted = wantedBy(words, issuer, endpoint)
  const shown = { aud: aud === null ? 'missing' : aud.join(', ') }
  if (wanted !== null && aud?.includes(wanted.value) !== true)
    return [
      cause(
        kase,
        'assertion_audience',
        { basis: 'words', confidence: 'certain' },
        { ...shown, wanted: wanted.value },
        changeTo(kase, wanted.kind),
      ),
    ]
  const accepted = [issuer, endpoint, withoutQuery(request.url), metadata?.token_endpoint, settings?.token_endpoint]
  const isServer = aud?.some((one) => accepted.includes(one)) === true
  if (isServer)
    return aud.length === 1 && issuer !== null && issuer !== endpoint ? [theOther(kase, shown, aud, issuer)] : []
  const near = aud?.some((one) => accepted.some((other) => other && trimmed(one) === trimmed(other))) === true
  const value = issuer ?? endpoint
  return [
    cause(
      kase,
      'assertion_audience',
      { basis: 'seen', confidence: aud === null || near || issuer !== null ? 'likely' : 'possible' },
      { ...shown, wanted: value },
      changeTo(kase, issuer === null ? 'token_endpoint' : 'issuer'),
    ),
  ]
}

/** Some take only the one, some only the other. */
function theOther(kase: Case, shown: { aud?: string }, aud: readonly string[], issuer: string): Cause {
  const value = aud.includes(issuer) ? 'token_endpoint' : 'issuer'
  return cause(
    kase,
    'assertion_audience',
    { basis: 'experience', confidence: 'possible' },
    shown,
    changeTo(kase, value),
  )
}

/** A ready-made assertion is made elsewhere. */
const changeTo = ({ settings }: Case, value: string) =>
  settings?.token_endpoint_auth_method === 'client_assertion_file'
    ? {}
    : { change: { field: 'assertion.audience', value } }

function wantedBy(words: string, issuer: string | null, endpoint: string) {
  const sentence = /\baud(?:ience)?\b[^.]{0,120}/i.exec(words)?.[0] ?? ''
  if (sentence === '') return null
  const isEndpoint = /endpoint/i.test(sentence)
  const isIssuer = /issuer/i.test(sentence)
  if (isEndpoint === isIssuer) return null
  if (isEndpoint) return { kind: 'token_endpoint', value: endpoint }
  return issuer === null ? null : { kind: 'issuer', value: issuer }
}

const withoutQuery = (url: string): string => url.split('?')[0] ?? url
const trimmed = (url: string): string => (url.endsWith('/') ? url.slice(0, -1) : url)
