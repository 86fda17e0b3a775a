import type { ReceivedResponse } from '../http/transcript.ts'
import { type NamedText, namedTextsOf } from './named-texts.ts'
import { isWebPage } from './response-body.ts'
import { isToken } from './token-places.ts'
import { mark } from '../../common/mask-token.ts'
import { maskingOf } from '../redaction/mask.ts'
import { maskByShape } from '../redaction/redact.ts'

/** What members are called that say what is wrong, the most telling first. */
const telling = [
  /description|detail|faultstring/,
  /message|msg|summary|reason/,
  /title|text|hint|error|fault|cause|code$/,
] as const

/** Lists of names, not words about what happened. */
const neverWords = /scope|^scp$|granttype|tokentype|timestamp|^path$/

const word = /\p{L}{3}/u
const longest = 1000

/**
 * What a server says in words, in whichever member it says it, and the member's place; null when it says nothing. Texts
 * of `known` are those that are shown already. A value that is a token or a secret by its name is never taken.
 * @see RFC 9457 §3.1
 */
export function wordsOfServer(
  response: Pick<ReceivedResponse, 'body' | 'headers'>,
  known: readonly (string | null)[] = [],
): { message: string; place: string } | null {
  if (isWebPage(response)) return null
  const texts = namedTextsOf(response)
  let best: { rank: number; text: NamedText } | null = null
  for (const text of texts) {
    const rank = known.includes(text.value) ? null : rankOf(text)
    if (rank !== null && (best === null || rank < best.rank)) best = { rank, text }
  }
  if (best === null) return null
  const { value, place } = best.text
  const tokens = texts.filter(isToken).map((text) => text.value)
  const message = withoutTokens(value.slice(0, longest), tokens).replaceAll(/\s+/g, ' ').trim()
  return { message, place }
}

/** A shorter text is a part of words by chance. */
const shortestToken = 8

/** Some servers repeat in words what they hold elsewhere in the answer. */
function withoutTokens(words: string, tokens: readonly string[]): string {
  const masked = maskByShape(words)
  const repeated = tokens.filter((token) => token.length >= shortestToken && masked.includes(token))
  return repeated.reduce((text, token) => text.replaceAll(token, mark), masked)
}

/** The lower, the likelier; null for what is no sentence. Sentences count before single words, telling names before others. */
function rankOf({ name, value, depth }: NamedText): number | null {
  const plain = name
    .slice(0, 100)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
  const start = value.slice(0, longest)
  if (
    depth === 0 ||
    isToken({ name, value: start, place: '', depth }) ||
    maskingOf(name, false) !== null ||
    neverWords.test(plain) ||
    URL.canParse(start)
  )
    return null
  const index = telling.findIndex((names) => names.test(plain))
  const byName = index === -1 ? telling.length : index
  if (isSentence(start)) return byName * 100 + depth
  return index === -1 || !word.test(start) ? null : 1000 + byName * 100 + depth
}

/** Two words beside each other, the first of them more than a letter. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/)
  return words.some((first, index) => /\p{L}{2}/u.test(first) && /\p{L}/u.test(words[index + 1] ?? ''))
}
