import type { Finding } from '../../contract/finding.ts'
import type { ReceivedResponse } from '../http/transcript.ts'
import { finding } from '../finding.ts'
import { type NamedText, namedTextsOf } from './named-texts.ts'

/** What an access token is called where it is not called access_token at the top. */
const names = new Set(['accesstoken', 'token', 'idtoken', 'jwt', 'bearer', 'bearertoken', 'authtoken', 'apitoken'])

/**
 * A token of an answer that is not where a client takes it from: its place, never its value.
 * @see RFC 6749 §5.1
 */
export function tokenElsewhere({ status, ...response }: Pick<ReceivedResponse, 'status' | 'body'>): Finding[] {
  const texts = namedTextsOf(response)
  const found = texts.find((text) => plain(text) === 'accesstoken' && isToken(text)) ?? texts.find(isToken)
  if (found === undefined) return []
  const isRefusal = status < 200 || status > 299
  const evidence = { status: String(status), as: isRefusal ? 'refusal' : 'success', place: found.place }
  return [finding('token_elsewhere', evidence, { severity: isRefusal ? 'warning' : 'error' })]
}

const plain = ({ name }: NamedText) => name.toLowerCase().replaceAll(/[^a-z]/g, '')

/** True for a text that is a token by its name or by its look. */
export function isToken(text: NamedText): boolean {
  const { value } = text
  if (/^(?:Bearer )?eyJ[\w-]{5,}\.[\w-]+\.[\w.-]*$/.test(value)) return true
  const least = plain(text) === 'accesstoken' ? 1 : 10
  return names.has(plain(text)) && value.length >= least && /^[\x21-\x7E]+$/.test(value)
}
