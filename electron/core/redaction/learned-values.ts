import { Buffer } from 'node:buffer'
import type { Transcript } from '../http/transcript.ts'
import { maskHeader, maskingOf } from './mask.ts'
import { sensitiveValues } from './sensitive-values.ts'

/** More would be no answer of an authorization server, and each of them is looked for everywhere. */
const mostValues = 12
const longestBody = 1 << 18

/**
 * What a request and its answer themselves call a token or a secret, as a value by itself. A server that repeats it at a
 * place that no name gives away (a sentence, a header field, another format) does not get it shown.
 */
export function learnedValues({ request, response }: Transcript): string[] {
  const texts = [request.body, response?.body ?? null].map(textOf)
  const headers = [...request.headers, ...(response?.headers ?? [])]
  const values = new Set(headers.flatMap(([name, value]) => credentialsOf(name, value)))
  for (const text of [request.url, ...texts]) {
    for (const { name, raw } of sensitiveValues(text)) {
      if (values.size >= mostValues) return [...values]
      for (const value of spellingsOf(raw)) if (issued.test(name) || isTelling(value)) values.add(value)
    }
  }
  for (const { name, value } of texts.flatMap(namedInJson)) {
    if (values.size >= mostValues) break
    if (issued.test(name) || isTelling(value)) values.add(value)
  }
  return [...values]
}

const textOf = (bytes: Uint8Array | null): string =>
  bytes === null ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, longestBody)).toString()

/** The value of a field that is masked, without its scheme. */
function credentialsOf(name: string, value: string): string[] {
  if (maskHeader(name, value) === value || /^(?:set-)?cookie$/i.test(name)) return []
  return [value.replace(/^[A-Za-z]{1,20} +/, '')].filter(isTelling)
}

/** Under these names of RFC 6749 §5.1 a value is a token, no matter what it looks like. */
const issued = /^(?:access|refresh|id)_?token$/i

/** A word of a language would be hidden in every sentence that has it: `"password": "required"`. */
const isTelling = (value: string): boolean => value.length >= 4 && (value.length >= 20 || !/^[A-Za-z_ ]+$/.test(value))

/** As it is in the text, and without the escapes of JSON, of a form and of XML. */
function spellingsOf(raw: string): string[] {
  const value = raw.replaceAll(/^["']|["']$/g, '')
  return [value, fromJson(value), fromForm(value), fromXml(value)]
}

function fromJson(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return raw.replaceAll('\\', '')
  }
}

function fromForm(raw: string): string {
  if (!/[%+]/.test(raw)) return raw
  return new URLSearchParams(`v=${raw.replaceAll('&', '%26')}`).get('v') ?? raw
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const fromXml = (raw: string): string =>
  raw.replaceAll(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)

interface NamedValue {
  name: string
  value: string
}

/** Longer texts are searched for names only. */
const longest = 200_000
const mostVisited = 5000

/** Within `"token": { … }`: what says something about it, and is not it. */
const about = /type|scope|expire|issued|^(?:exp|iat|nbf|alg|aud|iss)$|ur[il]$|client|^name$|^key$/i
const named = ['value', 'val', 'content', 'text'] as const

/**
 * The texts in JSON that a name calls a token or a secret, as a parser reads it: with any escapes in the name,
 * also below that name, in an entry that has name and value in any order, and in a pair.
 */
function namedInJson(text: string): NamedValue[] {
  if (text.length > longest || !/^\s*[{[]/.test(text)) return []
  const found: NamedValue[] = []
  try {
    const waiting: { name: string; value: unknown; sensitive: boolean }[] = [
      { name: '', value: JSON.parse(text), sensitive: false },
    ]
    for (
      let next = waiting.pop(), seen = 0;
      next !== undefined && seen < mostVisited;
      next = waiting.pop(), seen += 1
    ) {
      const { name, value, sensitive } = next
      if (typeof value === 'string' && sensitive) found.push({ name, value })
      else if (Array.isArray(value)) {
        const [first, second] = value
        const isPair = value.length === 2 && typeof first === 'string' && isSensitive(first)
        const items = isPair ? [second] : value
        for (const item of items) waiting.push({ name, value: item, sensitive: sensitive || isPair })
      } else if (typeof value === 'object' && value !== null) waiting.push(...membersOf(value, sensitive))
    }
  } catch {
    return []
  }
  return found
}

function membersOf(members: object, sensitive: boolean) {
  const titles = ['name', 'key'].map((member) => Reflect.get(members, member))
  const isEntry = titles.some((title) => typeof title === 'string' && isSensitive(title))
  return Object.entries(members).map(([name, value]: [string, unknown]) => ({
    name,
    value,
    sensitive: isSensitive(name) || (isEntry && named.some((one) => one === name)) || (sensitive && !about.test(name)),
  }))
}

const isSensitive = (name: string): boolean => maskingOf(name, false) !== null
