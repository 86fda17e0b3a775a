import { memberOf, numberOf, readableClaims, stringListOf, stringOf } from '../../common/json-source.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { finding } from '../finding.ts'
import { type AnsweredAt, kindOfJson } from './response-body.ts'
import { utc } from '../../common/utc.ts'

export interface GrantedScope {
  /** Null when the answer does not say, or in no way that can be read. */
  granted: string[] | null
  wanted: string[]
  findings: Finding[]
}

/**
 * The scopes that an answer grants, beside those that were asked for, both split alike. Commas and line breaks separate
 * as well, and it is said when they do; a scope that was asked for with a comma in its name stays one.
 * @see RFC 6749 §3.3
 */
export function readGrantedScope(object: JsonObject, asked: string): GrantedScope {
  const wanted = split(asked)
  const said = memberOf(object, 'scope')?.source
  // cidaas has an array `scopes`, Microsoft and Okta say `scp`; authlib says `"scope": null`, which says nothing.
  const source = said === undefined || said === 'null' ? otherMember(object) : said
  if (source === null) return { granted: null, wanted, findings: [] }
  const list = stringListOf(source)
  if (list === null) return { granted: null, wanted, findings: [odd('unreadable', source)] }
  const text = stringOf(source)
  const parts = list.flatMap(split)
  const granted = parts.flatMap((part) => (wanted.includes(part) ? [part] : part.split(',').filter(Boolean)))
  const byCommas = granted.length > parts.length || parts.some((part) => part.includes(',') && !wanted.includes(part))
  const form = text === null ? (source === said ? 'array' : null) : byCommas ? 'commas' : formOf(text)
  return {
    granted,
    wanted: byCommas
      ? wanted.flatMap((name) => (granted.includes(name) ? [name] : name.split(',').filter(Boolean)))
      : wanted,
    findings: form === null ? [] : [odd(form, source)],
  }
}

const split = (scope: string) => scope.split(/\s+/).filter(Boolean)

const formOf = (text: string) => (/[\r\n\t\v\f]/.test(text.trim()) ? 'lines' : null)

function otherMember(object: JsonObject): string | null {
  const sources = ['scp', 'scopes'].map((name) => memberOf(object, name)?.source)
  return sources.find((source) => source !== undefined && stringListOf(source) !== null) ?? null
}

function odd(form: 'unreadable' | 'array' | 'commas' | 'lines', source: string): Finding {
  const severity = form === 'unreadable' ? 'error' : form === 'lines' ? 'warning' : 'info'
  const evidence = { form, is: kindOfJson(source), scope: source }
  return finding('scope_form', evidence, { severity })
}

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

/** Characters at which a reader of header fields may cut. Others, such as the `!` of Salesforce, are taken as they are. */
const cutting = new Set(['', 'space', '"', "'", ',', ';', '\\', '<', '>', '(', ')'])

/** What is no b64token may be cut or refused by whoever reads the header. @see RFC 6750 §2.1, RFC 9110 §11.2 */
function judgeCharacters(token: string): Finding[] {
  const body = token.replace(/={1,100}$/, '')
  const at = body.search(/[^0-9A-Za-z._~+/-]/)
  if (at === -1 && body !== '') return []
  const position = Math.max(at, 0)
  const character = token[position] === ' ' ? 'space' : (token[position] ?? '')
  const evidence = { character, position: String(position + 1) }
  return [finding('token_characters', evidence, { severity: cutting.has(character) ? 'warning' : 'info' })]
}

interface ExpiresIn {
  source: string | null
  lifetime: number | null
  findings: Finding[]
}

/** Unknown is not "for ever": a lifetime is a number of seconds, and anything else is shown as it is. @see RFC 6749 §5.1, §A.14 */
export function judgeExpiresIn(object: JsonObject, at: AnsweredAt): ExpiresIn {
  const source = memberOf(object, 'expires_in')?.source ?? null
  if (source === null || source === 'null') {
    return { source: null, lifetime: null, findings: [finding('expires_in_missing')] }
  }
  const text = stringOf(source)
  const quoted = text !== null && /^\d+$/.test(text)
  const seconds = quoted ? Number(text) : numberOf(source)
  const findings = quoted ? [finding('expires_in_not_number', { expires_in: source })] : []
  const date = dateIn(seconds, text, at.there ?? at.here)
  const isLifetime = seconds !== null && seconds >= 1 && seconds < 1e10
  if (isLifetime && date === null) return { source, lifetime: seconds, findings }
  const evidence = { expires_in: source, ...(date !== null && { date: utc(date) }) }
  return { source, lifetime: null, findings: [finding('expires_in_out_of_range', evidence)] }
}

const day = 86_400_000

/** The moment that a number of seconds or milliseconds since 1970, or a date in words, says: one within five years. */
function dateIn(seconds: number | null, text: string | null, now: number): number | null {
  const isDate = text !== null && /^(?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2}, \d)/.test(text) && text.length < 60
  const moments = seconds === null ? (isDate ? [Date.parse(text)] : []) : [seconds * 1000, seconds]
  return moments.find((moment) => moment > 1e12 && moment > now - day && moment < now + 5 * 365 * day) ?? null
}

/** In milliseconds: answers take their time, and both numbers are rounded. */
const tolerance = 30_000
/** Without the server's Date, the clocks of both sides may differ by this much. */
const looseTolerance = 300_000

/**
 * Says when the token's own end (exp) is not where expires_in puts it. Which of both an API goes by is no question: it
 * sees exp only. A server that does not say what time it has must contradict itself as well, by the token's iat.
 * @see RFC 7519 §4.1.4, RFC 9068 §2.2
 */
export function judgeTimes(token: DecodedToken, lifetime: number | null, { here, there }: AnsweredAt): Finding[] {
  const claims = readableClaims(token)
  const exp = claims && numberOf(memberOf(claims, 'exp')?.source)
  if (claims === null || exp === null || lifetime === null || exp > 1e11) return []
  const now = there ?? here
  const left = exp * 1000 - now
  const difference = Math.abs(left - lifetime * 1000)
  if (difference <= (there === null ? looseTolerance : tolerance)) return []
  const iat = numberOf(memberOf(claims, 'iat')?.source)
  if (there === null && iat !== null && Math.abs(exp - iat - lifetime) * 1000 <= tolerance) return []
  const evidence = {
    exp: utc(exp * 1000),
    left: String(Math.round(Math.abs(left) / 1000)),
    is: left < 0 ? 'past' : 'ahead',
    expires_in: String(lifetime),
  }
  return [finding('times_contradict', evidence)]
}
