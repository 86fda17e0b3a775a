import { maskingOf } from './sensitive-names.ts'

export interface NamedValue {
  name: string
  value: string
}

/** Longer texts are searched for names only. */
const longest = 200_000
const mostValues = 5000

/** Within `"token": { … }`: what says something about it, and is not it. */
const about = /type|scope|expire|issued|^(?:exp|iat|nbf|alg|aud|iss)$|ur[il]$|client|^name$|^key$/i
const named = ['value', 'val', 'content', 'text'] as const

/**
 * The texts in JSON that a name calls a token or a secret, as a parser reads it: whatever escapes the name is written with,
 * also below that name, in an entry that has name and value in any order, and in a pair.
 */
export function namedInJson(text: string): NamedValue[] {
  if (text.length > longest || !/^\s*[{[]/.test(text)) return []
  const found: NamedValue[] = []
  try {
    const waiting: { name: string; value: unknown; sensitive: boolean }[] = [
      { name: '', value: JSON.parse(text), sensitive: false },
    ]
    for (let next = waiting.pop(), seen = 0; next !== undefined && seen < mostValues; next = waiting.pop(), seen += 1) {
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
