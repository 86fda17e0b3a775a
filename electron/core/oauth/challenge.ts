import type { Headers } from '../../contract/exchange.ts'
import type { Challenge } from '../../contract/outcome.ts'

/** The challenge that tells most: of several fields (DPoP and Bearer, say) the first that names an error, else the first. */
export function challengeOf(response: { headers: Headers }): Challenge | null {
  const challenges = challengesOf(response)
  return (challenges.find(({ challenge }) => challenge.error !== null) ?? challenges[0])?.challenge ?? null
}

/** Every challenge, with the field that it stands in. */
export function challengesOf({ headers }: { headers: Headers }): { header: string; challenge: Challenge }[] {
  return headers.flatMap(([name, header]) => {
    const challenge = name.toLowerCase() === 'www-authenticate' ? readChallenge(header) : null
    return challenge === null ? [] : [{ header, challenge }]
  })
}

/**
 * Reads the first challenge of a `WWW-Authenticate` header; null when it is not one. Parameters it does not know are
 * skipped, a broken rest is ignored.
 * @see RFC 9110 §11.6.1, RFC 6750 §3
 */
export function readChallenge(header: string | null): Challenge | null {
  const scheme = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:\s+|$)/.exec(header ?? '')
  if (header === null || scheme?.[1] === undefined) return null
  const parameters = new Map<string, string>()
  const parameter = /\s*,?\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/y
  parameter.lastIndex = scheme[0].length
  for (let match = parameter.exec(header); match !== null; match = parameter.exec(header)) {
    const name = match[1]?.toLowerCase() ?? ''
    const value = match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? ''
    if (!parameters.has(name)) parameters.set(name, value)
  }
  const value = (name: string) => parameters.get(name) ?? null
  return {
    scheme: scheme[1],
    error: value('error'),
    error_description: value('error_description'),
    scope: value('scope'),
  }
}
