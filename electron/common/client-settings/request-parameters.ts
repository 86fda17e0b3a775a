import { decodeForm } from './encodings.ts'

export interface Parameter {
  name: string
  value: string
}

/** The parameters of a form or of a query. */
export function formParameters(text: string): Parameter[] {
  return text
    .split('&')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=')
      return equals < 0
        ? { name: decodeForm(part), value: '' }
        : { name: decodeForm(part.slice(0, equals)).trim(), value: decodeForm(part.slice(equals + 1)) }
    })
}

/** The members of a JSON object, each text of a list by itself; null when the text is none. */
export function jsonParameters(text: string): Parameter[] | null {
  const value = parsed(text) ?? parsed(text.replaceAll(String.raw`\"`, '"'))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    (Array.isArray(member) ? member : [member]).flatMap((item: unknown) =>
      typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean'
        ? [{ name, value: String(item) }]
        : [],
    ),
  )
}

/** Undefined for text that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
