import { pointerStep } from '../../common/json-pointer.ts'
import type { ReceivedResponse } from '../http/transcript.ts'
import { formOf } from './form-body.ts'
import { decodeUtf8 } from '../token/decode/utf8.ts'

/** A text in an answer, and where it is: a JSON Pointer (RFC 6901), or the name of a form's parameter or an XML element. */
export interface NamedText {
  place: string
  /** The name of the member; of an array's element that of the array. Empty for the answer itself. */
  name: string
  value: string
  depth: number
}

/** Answers are outside text: deeper, more or larger than this is not looked through. */
const limits = { depth: 12, texts: 2000, values: 20_000, bytes: 1 << 20 }

/** All texts of a JSON, form-encoded or XML answer, in their order; none of a web page or of anything else. */
export function namedTextsOf({ body }: Pick<ReceivedResponse, 'body'>): NamedText[] {
  const text =
    body.length > limits.bytes
      ? null
      : decodeUtf8(body)
          ?.replace(/^\uFEFF/, '')
          .trim()
  if (!text) return []
  const json = parsed(text)
  if (json !== undefined) return textsOfJson(json)
  const form = formOf(text)
  if (form !== null) return [...form].map(([name, value]) => ({ place: name, name, value, depth: 1 }))
  return text.startsWith('<') ? textsOfXml(text.slice(0, 20_000)) : [{ place: '', name: '', value: text, depth: 0 }]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** JSON within a text of JSON, as gateways wrap the answers of functions, is looked through as well. */
function textsOfJson(json: unknown): NamedText[] {
  const found: NamedText[] = []
  let left = limits.values
  const visit = (value: unknown, place: string, name: string, depth: number): void => {
    left -= 1
    if (found.length >= limits.texts || depth > limits.depth || left < 0) return
    if (typeof value === 'string') {
      const inner = /^\s*[[{]/.test(value) ? parsed(value) : undefined
      if (inner === undefined) found.push({ place, name, value, depth })
      else visit(inner, `${place} (JSON in a string) `, name, depth + 1)
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        if (left < 0) return
        visit(item, `${place}/${index}`, name, depth + 1)
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) {
        if (left < 0) return
        visit(member, `${place}/${pointerStep(key)}`, key, depth + 1)
      }
    }
  }
  visit(json, '', '', 0)
  return found
}

/** Elements that hold text only. */
function textsOfXml(text: string): NamedText[] {
  const element = /<(?:[\w.-]{1,60}:)?([A-Za-z][\w.-]{0,60})(?:\s[^<>]{0,300})?>([^<]{1,1000})<\//g
  return [...text.matchAll(element)]
    .slice(0, limits.texts)
    .map(([, name = '', value = '']) => ({ place: name, name, value, depth: 1 }))
}
