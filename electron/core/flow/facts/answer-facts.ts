import { memberOf, stringOf } from '../../../common/json-source.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import type { Challenge } from '../../../contract/outcome.ts'
import type { AnswerFacts } from '../../diagnosis/facts/answer-facts.ts'
import type { ReceivedResponse } from '../../http/transcript.ts'
import { maskByShape } from '../../redaction/redact.ts'
import { readJsonObject } from '../../json/json.ts'
import { challengesOf } from '../../oauth/challenge.ts'
import { errorOfBody } from '../../oauth/error-response.ts'
import { formOf } from '../../oauth/form-body.ts'
import { namedTextsOf } from '../../oauth/named-texts.ts'
import { isWebPage, titleOfPage } from '../../oauth/response-body.ts'
import { wordsOfServer } from '../../oauth/server-words.ts'
import { isToken } from '../../oauth/token-places.ts'
import { pageText } from './page-text.ts'

const longest = 4000
/** A larger answer says in its start what it says: no error has more bytes of JSON. */
const most = 100_000

export function answerFacts(whole: ReceivedResponse): AnswerFacts {
  const response = { ...whole, body: whole.body.subarray(0, most) }
  const headers = new Map<string, string>()
  for (const [name, value] of response.headers) {
    const key = name.toLowerCase()
    if (!headers.has(key)) headers.set(key, value)
  }
  const text = Buffer.from(response.body).toString('utf8')
  const reading = readJsonObject(text.replace(/^\uFEFF/, ''))
  const object = reading.kind === 'object' ? reading.object : null
  const isPage = isWebPage(response)
  const challenges = challengesOf(response).map(({ challenge }) => challenge)
  const error = errorOf(object, text, challenges)
  return {
    status: response.status,
    headers,
    contentType: headers.get('content-type') ?? '',
    isWebPage: isPage,
    title: isPage ? titleOfPage(response) : '',
    text: text.slice(0, longest),
    object,
    error,
    said: saidBy(response, object, challenges, error) ?? (isPage || object !== null ? null : saidInPlainText(text)),
    words: wordsIn(response, text, isPage, challenges),
    challenges,
  }
}

function errorOf(object: JsonObject | null, text: string, challenges: readonly Challenge[]): string | null {
  const ofBody = object === null ? formOf(text)?.get('error')?.trim() : errorOfBody(object)?.error.error
  return ofBody || (challenges.find(({ error }) => error?.trim())?.error ?? null)
}

function saidBy(
  response: ReceivedResponse,
  object: JsonObject | null,
  challenges: readonly Challenge[],
  error: string | null,
): AnswerFacts['said'] {
  const described = object === null ? null : stringOf(memberOf(object, 'error_description')?.source)
  if (described?.trim()) return { words: described, place: 'error_description' }
  const challenge = challenges.find(({ error_description }) => error_description?.trim())?.error_description
  if (challenge?.trim()) return { words: challenge, place: 'WWW-Authenticate' }
  const found = wordsOfServer(response, [error])
  return found === null ? null : { words: found.message, place: found.place }
}

const longestSaid = 300

/** A short text without markup that is a sentence, as gateways answer. */
function saidInPlainText(text: string): AnswerFacts['said'] {
  const words = text.trim()
  if (words.length > longestSaid || !/^[A-Z][\w'’-]* [^<>{}=]*$/.test(words)) return null
  return { words: maskByShape(words), place: 'body' }
}

/** Tokens are left out, so that nothing in them is taken for words. */
function wordsIn(response: ReceivedResponse, text: string, isPage: boolean, challenges: readonly Challenge[]): string {
  const ofBody = isPage
    ? [pageText(text)]
    : namedTextsOf(response).flatMap((named) => (isToken(named) ? [] : [named.value.slice(0, 2000)]))
  const ofHeader = challenges.flatMap(({ error, error_description }) => [error ?? '', error_description ?? ''])
  return [...ofHeader, ...ofBody].join('\n').slice(0, longest).replaceAll(/\s+/g, ' ')
}
