import type { Headers } from '../../contract/exchange.ts'
import type { Challenge } from '../../contract/outcome.ts'
import { HeaderReader } from './header-reader.ts'

/** The challenge that tells most: of several (DPoP and Bearer, say) the first that names an error, else the first. */
export function challengeOf(response: { headers: Headers }): Challenge | null {
  const challenges = challengesOf(response)
  return (challenges.find(({ challenge }) => challenge.error !== null) ?? challenges[0])?.challenge ?? null
}

/** Every challenge of every field, with the field that it is in. */
export function challengesOf({ headers }: { headers: Headers }): { header: string; challenge: Challenge }[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'www-authenticate')
    .flatMap(([, header]) => readChallenges(header).map((challenge) => ({ header, challenge })))
}

const token = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y
const separators = /[\s,]*/y
const equals = /\s*=\s*/y
const blanks = /\s*/y
const token68 = /[0-9A-Za-z._~+/-]+=*(?=\s*(?:,|$))/y
const bareValue = /[^\s,"]*/y

/**
 * Reads all challenges of one `WWW-Authenticate` field. What is broken is skipped up to the next comma. The time is linear
 * in the length of the field, no matter what is in it.
 * @see RFC 9110 §11.6.1, RFC 6750 §3
 */
export function readChallenges(header: string): Challenge[] {
  const reader = new HeaderReader(header)
  const challenges: { scheme: string; parameters: Map<string, string> }[] = []
  let startsItem = true
  for (;;) {
    startsItem = reader.take(separators).includes(',') || startsItem
    if (reader.atEnd) break
    const name = reader.take(token)
    const current = challenges.at(-1)
    if (name !== '' && current !== undefined && reader.take(equals) !== '') {
      const value = reader.takeQuoted() ?? reader.take(bareValue)
      if (!current.parameters.has(name.toLowerCase())) current.parameters.set(name.toLowerCase(), value)
    } else if (name !== '' && startsItem && (reader.take(blanks) !== '' || reader.atItemEnd)) {
      challenges.push({ scheme: name, parameters: new Map() })
      reader.take(token68)
    } else {
      reader.skipItem()
    }
    startsItem = false
  }
  return challenges.map(({ scheme, parameters }) => {
    const value = (name: string) => parameters.get(name) ?? null
    return { scheme, error: value('error'), error_description: value('error_description'), scope: value('scope') }
  })
}
