import { memberOf, numberOf, readableClaims, stringListOf, stringOf } from '../common/json-source.ts'
import type { DecodedToken } from '../contract/decoded-token.ts'
import type { JsonObject } from '../contract/json-object.ts'
import type { Verification } from '../contract/verification.ts'
import { verdictSentence } from './checks.ts'
import { relativeTime, timeSpan } from './time-span.ts'

export interface AnswerSubject {
  decoded: DecodedToken
  /** Null while it was not verified. */
  verification: Verification | null
  /** The environments that have its issuer, by name. */
  issuerOf: readonly string[]
  /** What a server said of it; null while none was asked. */
  introspected: Introspected | null
  /** Milliseconds since 1970. */
  now: number
}

/** The answer of a server that was asked whether a token is active. */
export interface Introspected {
  active: boolean
  response: JsonObject
  /** The environment whose server was asked, by name. */
  by: string
  /** Milliseconds since 1970. */
  at: number
}

export interface Verdict {
  tone: 'ok' | 'err' | 'warn' | 'info'
  /** Lifetime, signature and issuer in a line. */
  title: string
  /** Until when it is or was valid. */
  reason: string
}

/** What can be said of a token at once. Null for one without claims that anybody can read, and of which no server said anything. */
export function tokenVerdict(subject: AnswerSubject): Verdict | null {
  const { decoded, verification, issuerOf, introspected, now } = subject
  const claims = readableClaims(decoded)
  if (claims === null) return introspected === null ? null : verdictOfServer(introspected)
  const life = lifeOf(claims, now)
  const [environment] = issuerOf
  const issuer =
    textOf(claims, 'iss') === null
      ? 'no issuer'
      : environment === undefined
        ? 'issuer unknown'
        : `issuer of “${environment}”`
  const signature = verification === null ? 'signature not checked' : verdictSentence(verification)
  const active = introspected === null ? [] : [introspected.active ? 'active' : 'not active']
  return {
    tone: introspected?.active === false ? 'err' : toneOf(life.state, verification?.verdict ?? null),
    title: [life.words, ...active, signature, issuer].join(' · '),
    reason: life.reason,
  }
}

function verdictOfServer({ active, response, by, at }: Introspected): Verdict {
  const expires = active ? timeOf(response, 'exp') : null
  const until = expires === null ? '' : `, and that it is valid until ${inUtc(expires)}`
  return {
    tone: active ? 'ok' : 'err',
    title: active ? 'Active' : 'Not active',
    reason: `The server of “${by}” said so at ${inUtc(at)}${until}.`,
  }
}

/** A few plain sentences about a token for somebody who asked. What is not known is said, and nothing is claimed beyond it. */
export function tokenAnswer({ decoded, verification, introspected, now }: AnswerSubject): string {
  const claims = readableClaims(decoded)
  const asked = introspected === null ? '' : answerOfServer(introspected)
  if (claims === null) return asked
  const life = lifeOf(claims, now)
  const checked =
    verification === null
      ? 'Its signature was not checked.'
      : `It was checked ${inUtc(verification.checkedAt)}: ${verdictSentence(verification)}.`
  const issued = issuedOf(claims)
  const said = [
    issued === '' ? '' : `It says that it was issued${issued}.`,
    textOf(claims, 'iss') === null ? 'It names no issuer.' : '',
  ]
  return [life.sentence, ...said, checked, asked, life.state === 'expired' ? 'A new token is needed.' : '']
    .filter(Boolean)
    .join(' ')
}

function answerOfServer({ active, response, by, at }: Introspected): string {
  const said = `The server of “${by}” said at ${inUtc(at)} that it is ${active ? 'active' : 'not active'}.`
  if (!active) return said
  const [issued, expires] = [issuedOf(response), timeOf(response, 'exp')]
  return [
    said,
    issued === '' ? '' : `It was issued${issued}.`,
    expires === null ? '' : `It is valid until ${inUtc(expires)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** By whom, to whom and for what it was issued; empty where nothing says. */
function issuedOf(claims: JsonObject): string {
  const issuer = textOf(claims, 'iss')
  const client = textOf(claims, 'client_id') ?? textOf(claims, 'azp') ?? textOf(claims, 'sub')
  const audience = stringListOf(memberOf(claims, 'aud')?.source) ?? []
  const scopes = scopesOf(claims)
  return [
    issuer === null ? '' : ` by ${issuer}`,
    client === null ? '' : ` to the client ${client}`,
    audience.length === 0 ? '' : ` for ${listed(audience)}`,
    scopes.length === 0 ? '' : `, with the ${scopes.length === 1 ? 'scope' : 'scopes'} ${listed(scopes)}`,
  ].join('')
}

type State = 'expired' | 'not_yet' | 'valid' | 'unknown'

interface Life {
  state: State
  words: string
  reason: string
  sentence: string
}

function lifeOf(claims: JsonObject, now: number): Life {
  const [expires, begins] = [timeOf(claims, 'exp'), timeOf(claims, 'nbf')]
  const issued = timeOf(claims, 'iat')
  const span = expires !== null && issued !== null && expires > issued ? ` for ${timeSpan(expires - issued)}` : ''
  if (expires !== null && expires <= now) {
    const ago = relativeTime(expires, now)
    return {
      state: 'expired',
      words: `Expired ${ago}`,
      reason: `It was valid${span}, until ${inUtc(expires)}.`,
      sentence: `This token expired at ${inUtc(expires)}, ${ago}.`,
    }
  }
  if (begins !== null && begins > now) {
    return {
      state: 'not_yet',
      words: `Not valid before ${relativeTime(begins, now)}`,
      reason: `It becomes valid at ${inUtc(begins)}.`,
      sentence: `This token is not valid before ${inUtc(begins)}.`,
    }
  }
  if (expires === null) {
    return {
      state: 'unknown',
      words: 'No time of expiry',
      reason: 'It does not say until when it is valid.',
      sentence: 'This token does not say until when it is valid.',
    }
  }
  return {
    state: 'valid',
    words: `Expires ${relativeTime(expires, now)}`,
    reason: `It is valid${span}, until ${inUtc(expires)}.`,
    sentence: `This token is valid until ${inUtc(expires)}, by its own word.`,
  }
}

function toneOf(state: State, verdict: Verification['verdict'] | null): Verdict['tone'] {
  if (state === 'expired' || verdict === 'not_genuine') return 'err'
  if (state === 'not_yet' || verdict === 'other_issuer') return 'warn'
  return state === 'valid' && verdict === 'genuine' ? 'ok' : 'info'
}

/** Milliseconds since 1970 of a claim in seconds, or of an ISO time as PASETO has it; null for anything that is no date. */
function timeOf(claims: JsonObject, name: string): number | null {
  const source = memberOf(claims, name)?.source
  const seconds = numberOf(source)
  const at = seconds === null ? Date.parse(stringOf(source) ?? '') : seconds * 1000
  return Math.abs(at) < latest ? at : null
}

/** The year 5138: beyond it, a claim counts milliseconds, or is no time. */
const latest = 1e14

const textOf = (claims: JsonObject, name: string): string | null => stringOf(memberOf(claims, name)?.source) || null

function scopesOf(claims: JsonObject): string[] {
  const source = memberOf(claims, 'scope')?.source ?? memberOf(claims, 'scp')?.source
  const text = stringOf(source)
  return text === null ? (stringListOf(source) ?? []) : text.split(' ').filter((scope) => scope !== '')
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, 10)
  const more = items.length - shown.length
  const [last = '', ...others] = shown.toReversed()
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`
}

const inUtc = (at: number): string =>
  `${new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })} UTC`
