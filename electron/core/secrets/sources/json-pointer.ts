import type { Reading } from './reading.ts'

/** The string that a JSON pointer leads to. Errors name the pointer and where the way ends. @see RFC 6901 */
export function stringAt(document: unknown, pointer: string): Reading<string> {
  let value = document
  let way = ''
  for (const token of pointer.split('/').slice(1)) {
    const next = memberOf(value, unescaped(token))
    if (next === undefined) return fail(pointer, `there is no ${JSON.stringify(unescaped(token))} ${within(way)}.`)
    way += `/${token}`
    value = next.value
  }
  if (typeof value === 'string') return { ok: true, value }
  return fail(pointer, `there is ${kindOf(value)}, and a secret is a string.`)
}

const fail = (pointer: string, problem: string): Reading<never> => ({
  ok: false,
  message: `at the JSON pointer ${pointer} ${problem}`,
})

/** "~01" is "~1", so "~1" comes first. @see RFC 6901 §4 */
const unescaped = (token: string) => token.replaceAll('~1', '/').replaceAll('~0', '~')

const within = (way: string) => (way === '' ? 'at the top of it' : `in ${way}`)

/** Own members only, so that "constructor" and "__proto__" are names like any other. */
function memberOf(value: unknown, name: string): { value: unknown } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value) && !/^(?:0|[1-9]\d*)$/.test(name)) return undefined
  const member = Object.getOwnPropertyDescriptor(value, name)
  return member === undefined ? undefined : { value: member.value }
}

/** What a JSON value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  switch (typeof value) {
    case 'object':
      return 'an object'
    case 'boolean':
      return 'true or false'
    default:
      return `a ${typeof value}`
  }
}
