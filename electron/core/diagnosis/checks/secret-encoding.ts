import { cause, type Cause, type Check } from '../check.ts'
import type { Case } from '../case.ts'
import type { SecretFacts } from '../facts/secret-facts.ts'
import { refusesClient } from '../refuses-client.ts'

const likely = { basis: 'seen', confidence: 'likely' } as const
const possible = { basis: 'seen', confidence: 'possible' } as const

/**
 * How client ID and secret were written: servers differ in whether they form-decode a Basic header, and a secret that was
 * copied out of a URL is encoded already. @see RFC 6749 §2.3.1
 */
export const secretEncoding: Check = {
  name: 'secret_encoding',
  look(kase) {
    if (!refusesClient(kase)) return null
    const { request, secret, earlier } = kase
    // Both ways were refused, so that it is something else.
    if (earlier?.triedOtherEncoding === true) return secret === null ? [] : storedEncoded(kase, secret)
    const sent = request.basic?.secret ?? null
    if (sent === null) return secret === null ? null : storedEncoded(kase, secret)
    const sentAs = secret === null ? encodingOfUnknown(sent) : encodingOf(secret, sent)
    const idSentAs = encodingOfId(kase.settings?.client_id ?? '', request.basic?.client_id ?? '')
    if (idSentAs === 'ambiguous' || sentAs === 'ambiguous')
      return [
        cause(kase, 'secret_form_encoding', likely, { encoding: 'raw' }, change('form')),
        ...(secret === null ? [] : storedEncoded(kase, secret)),
      ]
    if (idSentAs !== 'encoded' && (sentAs !== 'encoded' || isOdd(secret))) return []
    const stored = secret === null ? [] : storedEncoded(kase, secret)
    return [...stored, cause(kase, 'server_does_not_decode_basic', possible, {}, change('raw'))]
  },
}

/** What is not to be in a secret at all explains more than how it was encoded. */
const isOdd = (secret: SecretFacts | null): boolean =>
  secret !== null &&
  (secret.isQuoted || secret.isPlaceholder || (secret.whiteSpace !== null && secret.whiteSpace !== 'inside'))

const change = (value: string) => ({ change: { field: 'basicEncoding', value } })

const storedEncoded = (kase: Case, { looksPercentEncoded }: SecretFacts): Cause[] =>
  looksPercentEncoded ? [cause(kase, 'secret_double_encoding', likely, {})] : []

/** `ambiguous` is what a server that decodes reads as something else. */
type Sent = 'plain' | 'encoded' | 'ambiguous'

function encodingOf(stored: SecretFacts, sent: SecretFacts): Sent {
  if (!stored.isChangedByFormEncoding) return 'plain'
  const isAsStored = stored.length === sent.length && stored.whiteSpace === sent.whiteSpace
  if (!isAsStored) return 'encoded'
  return stored.isChangedByFormDecoding ? 'ambiguous' : 'plain'
}

function encodingOfUnknown(sent: SecretFacts): Sent {
  if (sent.looksPercentEncoded) return 'encoded'
  return sent.isChangedByFormDecoding ? 'ambiguous' : 'plain'
}

function encodingOfId(id: string, sent: string): Sent {
  if (new URLSearchParams([['', id]]).toString().slice(1) === id) return 'plain'
  if (id !== sent && !id.startsWith(`${sent}:`)) return 'encoded'
  return /[+%:]/.test(id) ? 'ambiguous' : 'plain'
}
