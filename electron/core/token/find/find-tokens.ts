import type { FoundToken } from '../../../contract/decoded-token.ts'
import { withoutBearer } from '../decode/decode.ts'
import { parsed } from '../decode/parsed.ts'
import { beginsLikeJson } from '../decode/segment.ts'
import { type Candidate, isRecognized } from './candidate.ts'
import { findInCurl } from './find-in-curl.ts'
import { findInJson } from './find-in-json.ts'
import { findInParameters } from './find-in-parameters.ts'
import { findInHeaders, findNamed, findRecognized } from './find-in-text.ts'
import { joinEqualLines } from './join-equal-lines.ts'
import { joinLines } from './join-lines.ts'
import { percentDecoded } from './percent-decoded.ts'

/** More tokens than these nobody looks through. */
const maxFound = 50

/** So many are compared with those that were found, since each may be a part of a long one. */
const maxCompared = 500

/**
 * The tokens that are in a text, the likeliest first: bare ones, and those in headers, JSON, commands, URLs, forms and
 * free text. When nothing looks like one, the text itself is the only find. Never throws; linear in the text.
 */
export function findTokens(text: string): FoundToken[] {
  const clean = joinLines(onLines(visibleOf(text).trim()))
  if (clean === '') return []
  const bare = bareToken(withoutPercent(clean)) ?? bareToken(joinEqualLines(clean) ?? clean)
  if (bare !== null) return [bare]
  const found = chosen(candidatesIn(clean))
  return found.length > 0 ? found : [{ as: 'token', name: '', token: aloneIn(clean) }]
}

/** Without what tickets and chats put into text unseen, which is never part of a token. */
function visibleOf(text: string): string {
  return text
    .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]+/g, '')
    .replaceAll('\u00A0', ' ')
}

/** A token that was broken with spaces, such as by a mail client that puts lines into one, is one broken over lines. */
function onLines(text: string): string {
  return beginsLikeJson(text) && /^[\w.~\s-]+$/.test(text) ? text.replaceAll(/\s+/g, '\n') : text
}

/** A token in percent-encoding, which no token that begins as a JWT has by itself. */
function withoutPercent(text: string): string {
  const plain = beginsLikeJson(unquoted(text)) ? percentDecoded(text) : ''
  return plain !== '' && /^[\w.~+/=-]+$/.test(unquoted(plain)) ? plain : text
}

/** What is left when nothing is recognized: a word without its quotation marks, or the text as it is. */
function aloneIn(text: string): string {
  const word = withoutBearer(unquoted(text))
  return word === '' || /\s/.test(word) ? text : word
}

function unquoted(text: string): string {
  return text.replace(/^["'`“”„‘’«»]{1,9}/, '').replace(/["'`“”„‘’«»,;]{1,9}$/, '')
}

/** The whole text as one token: nothing is in it that ends a token, or it begins as one and holds no other. */
function bareToken(text: string): FoundToken | null {
  const token = unquoted(text)
  if (/\s/.test(token) || !(beginsLikeJson(token) || isRecognized(token))) return null
  const isPlain = /^[\w.~+/!=-]+$/.test(token)
  return isPlain || isOnlyOne(token) ? { as: 'token', name: '', token } : null
}

function isOnlyOne(text: string): boolean {
  const [one, other] = findRecognized(text, 2)
  return other === undefined && (one === undefined || text.indexOf(one.token) === text.lastIndexOf(one.token))
}

function candidatesIn(text: string): Candidate[] {
  const json = parsed(text)
  if (json !== undefined) return findInJson(json)
  const plain = percentDecoded(text)
  const recognized = [...findRecognized(text, maxFound), ...findRecognized(plain, maxFound)]
  const curl = findInCurl(text)
  if (curl.length > 0) return [...curl, ...recognized]
  return [...parametersOf(text), ...inText(text), ...inText(plain), ...recognized]
}

const inText = (text: string): Candidate[] => [...findInHeaders(text), ...findNamed(text)]

/** When the whole text is a URL or a form body. */
function parametersOf(text: string): Candidate[] {
  const word = unquoted(text)
  if (/\s/.test(word)) return []
  return findInParameters(word, /^(?:[a-z][a-z\d+.-]{0,30}:\/\/|[#?/])/i.test(word) ? 'url' : 'form')
}

/** The likeliest, in the order of the text where they are equally likely, each token once and none that is part of one. */
function chosen(candidates: readonly Candidate[]): FoundToken[] {
  const likeliest = candidates.toSorted((a, b) => a.rank - b.rank)
  const seen = new Set<string>()
  const unique = likeliest.filter(({ token }) => !seen.has(token) && seen.add(token))
  const found: FoundToken[] = []
  for (const { as, name, token } of unique.slice(0, maxCompared)) {
    if (found.length === maxFound) break
    const isPart = as === 'text' && found.some((whole) => whole.token.includes(token))
    if (!isPart) found.push({ as, name, token })
  }
  return found
}
