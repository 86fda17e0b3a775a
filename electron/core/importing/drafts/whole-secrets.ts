import type { ApiBody } from '../../../contract/api-call.ts'
import { endOfString } from '../../json/strict-json.ts'
import type { SecretPlace } from './call-secrets.ts'
import type { DraftCall } from './import-draft.ts'

/** What is written instead of a text that is a secret as a whole; null where it is none. */
export type Instead = (value: string, at: SecretPlace) => string | null

type Whole = Pick<DraftCall, 'query' | 'headers' | 'body'>

/** A call without the values that are a secret as a whole: short ones cannot be looked for within others. */
export function withoutWholeSecrets({ query, headers, body }: Whole, instead: Instead): Whole {
  const plain = (of: SecretPlace['of'], place: string, value: string) =>
    instead(value, { of, place, likely: true }) ?? value
  return {
    query: query.map(({ name, value, enabled }) => ({
      name,
      value: value === null ? null : plain('query', name, value),
      enabled,
    })),
    headers: headers.map(({ name, value, enabled }) => ({ name, value: plain('header', name, value), enabled })),
    body: bodyWithoutWhole(body, (place, value) => plain('body', place, value)),
  }
}

function bodyWithoutWhole(body: ApiBody, plain: (place: string, value: string) => string): ApiBody {
  switch (body.kind) {
    case 'none':
    case 'file':
      return body
    case 'json':
      return { ...body, text: jsonWithout(body.text, plain) }
    case 'text':
      return { ...body, text: formWithout(jsonWithout(body.text, plain), plain) }
    case 'form':
      return {
        kind: 'form',
        fields: body.fields.map(({ name, value, enabled }) => ({ name, value: plain(name, value), enabled })),
      }
    case 'multipart':
      return {
        kind: 'multipart',
        parts: body.parts.map((part) =>
          part.kind === 'text' ? { ...part, value: plain(part.name, part.value) } : part,
        ),
      }
  }
}

const pair = /(^|&)([^&=\s]{1,200})=([^&\s]{1,200})(?=&|\s*$)/g

/** Each string but names of members. One without an end is the last that is looked at. */
function jsonWithout(text: string, plain: (place: string, value: string) => string): string {
  const parts: string[] = []
  let from = 0
  for (let start = text.indexOf('"'); start !== -1; start = text.indexOf('"', from)) {
    const end = endOfString(text, start)
    if (end === -1) break
    const value = text.slice(start + 1, end - 1)
    const isName = /^\s*:/.test(text.slice(end, end + 10))
    parts.push(text.slice(from, start), `"${value === '' || isName ? value : plain('', value)}"`)
    from = end
  }
  return parts.join('') + text.slice(from)
}

const formWithout = (text: string, plain: (place: string, value: string) => string): string =>
  text.replace(pair, (whole, before: string, name: string, value: string) => {
    const written = plain(name, value)
    return written === value ? whole : `${before}${name}=${written}`
  })
