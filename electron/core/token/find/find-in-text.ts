import { isJwe } from '../decode/decode-jwe.ts'
import { pasetoPrefix } from '../decode/decode-paseto.ts'
import { joseHeaderAt } from '../decode/jose-header.ts'
import { beginsLikeJson } from '../decode/segment.ts'
import {
  type Candidate,
  candidateOf,
  isLikely,
  isRecognized,
  isSecretName,
  minUnnamed,
  ranks,
  withoutBrackets,
} from './candidate.ts'

/** Shorter than this, what is in free text behind a name without quotation marks is a word and no token. */
const minNamed = 16

/** What comes after `Bearer` or `DPoP`, once or by mistake twice, in a header or without one. @see RFC 6750 §2.1 */
export function findInHeaders(text: string): Candidate[] {
  const header =
    /(\b(?:proxy-)?authorization["']?[ \t]{0,9}[:=][ \t]{0,9}["']?)?\b(?:(?:bearer|dpop)[ \t]{1,9}){1,4}(<[^\s"'<>]+>|[^\s"'`<>,;\\]+)/gi
  return [...text.matchAll(header)].flatMap(([, name, presented = '']) => {
    const token = withoutBrackets(presented)
    if (token === null || (name === undefined && !isLikely(token))) return []
    return [{ as: 'authorization_header', name: name === undefined ? '' : 'Authorization', token, rank: ranks.access }]
  })
}

/** What is behind the name of a token, as in a log line or in JSON that is cut off. */
export function findNamed(text: string): Candidate[] {
  const named =
    /(?<![\w-])((?:access|id|refresh)[_-]?token|token|assertion|jwt)(["'`\\]{0,2})[ \t]{0,9}[:=][ \t]{0,9}["'`\\]{0,2}([^\s"'`\\&,;<>{}()#]+)/gi
  return [...text.matchAll(named)].flatMap(([, name = '', quotes = '', value = '']) =>
    quotes === '' && value.length < minNamed ? [] : (candidateOf('text', name, value) ?? []),
  )
}

/** So often a header is read without a new find, since hostile text may look like one everywhere. */
const maxMisses = 2000

/**
 * Tokens that are recognized by themselves, wherever they are, each once: every run of their characters is looked at
 * once. `limit` is how many.
 */
export function findRecognized(text: string, limit: number): Candidate[] {
  const found: Candidate[] = []
  const different = new Set<string>()
  let misses = 0
  for (const { 0: run, index } of text.matchAll(/[\w.~-]+/g)) {
    if (run.length < minUnnamed || different.has(run)) continue
    for (const { start, token } of tokensIn(run)) {
      if (token !== null && !different.has(token)) {
        const before = text.slice(Math.max(0, index + start - 90), index + start)
        const name = nameAtEnd(before)
        if (!isSecretName(name) && !password.test(before)) {
          found.push({ as: 'text', name, token, rank: ranks.unnamed })
          if (different.add(token).size === limit) return found
          continue
        }
      }
      if (beginsLikeJson(run.slice(start, start + 3)) && ++misses === maxMisses) return found
    }
  }
  return found
}

/** What comes where tokens may begin in a run, at its beginning and behind separators, never within the one before. */
function* tokensIn(run: string): Generator<{ start: number; token: string | null }> {
  let start = 0
  while (start !== -1 && start < run.length) {
    const token = tokenAt(run, start)
    yield { start, token }
    const end = Math.max(start + (token?.length ?? 0), start + 1)
    const next = run.slice(end).search(/[.~]e[wy3]/)
    start = next === -1 ? -1 : end + next + 1
  }
}

/** What begins here when it is recognized, without the punctuation of a sentence. */
function tokenAt(run: string, start: number): string | null {
  if (start === 0 && (pasetoPrefix.test(run) || !beginsLikeJson(run))) {
    const token = run.replace(/[.~-]{1,9}$/, '')
    return isRecognized(token) ? token : null
  }
  const header = beginsLikeJson(run.slice(start, start + 3)) ? joseHeaderAt(run, start) : null
  if (header === null) return null
  const segment = /[^.~]*/y
  segment.lastIndex = start
  for (let missing = isJwe(header) ? 5 : 3; missing > 0; missing -= 1) {
    segment.exec(run)
    // Behind the last segment a tilde begins the disclosures; what else is there is not part of the token.
    if (missing === 1 && run[segment.lastIndex] === '~') return run.slice(start).replace(/\.{1,9}$/, '')
    if (missing > 1 && run[segment.lastIndex] === '.') segment.lastIndex += 1
    else break
  }
  return run.slice(start, segment.lastIndex)
}

/** What the text calls the value that is behind it: `name=`, `name: ` or `"name": "`. */
function nameAtEnd(before: string): string {
  return /([\w-]{1,60})["'\\]{0,2}[ \t]{0,9}[:=][ \t]{0,9}["'\\]{0,2}$/.exec(before)?.[1] ?? ''
}

/** What follows is the password of a curl command. */
const password = /(?:^|\s)(?:-u|--user)[=\s"']{0,9}[^\s:]{0,60}:$/
