import { stringOf } from '../../common/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import { finding } from '../finding.ts'
import { kindOfJson } from './response-body.ts'

type IssuedText =
  | { ok: true; token: string; findings: Finding[] }
  /** `is` says what it is instead; null where it is missing. */
  | { ok: false; is: string | null }

/**
 * The access token out of the source of its member. One that does not fit into a header is refused; one that has the
 * scheme before it is read without, since what is sent would have it twice; one that holds what no Bearer token may is
 * taken as it is, and the character is named. The value may be one for somebody else, so it is never repeated.
 * @see RFC 6749 §A.12, RFC 6750 §2.1
 */
export function readToken(source: string | undefined): IssuedText {
  if (source === undefined) return { ok: false, is: null }
  const text = stringOf(source)
  const is = text === null ? kindOfJson(source) : unsendable(text)
  if (text === null || is !== null) return { ok: false, is: is ?? '' }
  const scheme = /^(Bearer|DPoP) +(?:(?:Bearer|DPoP) +)*(?=\S)/i.exec(text)
  const token = scheme === null ? text : text.slice(scheme[0].length)
  const prefix = scheme?.[1]
  const findings = prefix === undefined ? [] : [finding('token_has_scheme', { scheme: prefix })]
  return { ok: true, token, findings: [...findings, ...judgeCharacters(token)] }
}

/** Why a text cannot be sent in a header at all; null when it can. Only visible ASCII and spaces can. */
function unsendable(text: string): string | null {
  if (text === '') return 'empty'
  if (/^\s+$/.test(text)) return 'blank'
  return /^[\x20-\x7E]+$/.test(text) ? null : 'unsendable'
}

/** What is no b64token may be cut or refused by whoever reads the header. @see RFC 6750 §2.1, RFC 9110 §11.2 */
function judgeCharacters(token: string): Finding[] {
  const body = token.replace(/={1,100}$/, '')
  const at = body.search(/[^0-9A-Za-z._~+/-]/)
  if (at === -1 && body !== '') return []
  const position = Math.max(at, 0)
  const character = token[position] === ' ' ? 'space' : (token[position] ?? '')
  const evidence = { character, position: String(position + 1) }
  return [finding('token_characters', evidence)]
}
