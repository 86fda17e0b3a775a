import type { ApiHeader } from '../../contract/api-call.ts'
import type { Headers } from '../../contract/exchange.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { headerValueRule } from '../../vocabulary/environment-rules.ts'
import { problem, problemAt } from '../problem.ts'

/** The header fields that were typed and are switched on, in order. */
export const typedHeaders = (headers: readonly ApiHeader[]): Headers =>
  headers.flatMap(({ name, value, enabled }): [string, string][] => (enabled ? [[name.trim(), value.trim()]] : []))

/** The value of a field; null where it was not typed. */
export const typedValue = (headers: Headers, wanted: string): string | null =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null

/** What the app makes itself when a token goes along. */
const ofToken = new Set(['authorization', 'dpop'])
/** What the connection never sends. */
const notSent = new Set(['origin', 'proxy-authorization'])

/** Fields that cannot be sent as they are, after their variables were resolved: nothing is dropped or doubled silently. */
export function headerProblems(headers: readonly ApiHeader[], hasToken: boolean): FieldProblem[] {
  return headers.flatMap(({ name: typed, value, enabled }, index) => {
    const name = typed.trim()
    const key = name.toLowerCase()
    if (!enabled) return []
    if (notSent.has(key)) return [problemAt(`headers.${index}.name`, problem('header_not_sent', { name }))]
    if (hasToken && ofToken.has(key)) return [problemAt(`headers.${index}.name`, problem('header_of_token', { name }))]
    return headerValueRule.pattern?.test(value.trim()) === false
      ? [problemAt(`headers.${index}.value`, problem('header_value_unfit', { name }))]
      : []
  })
}

/** The boundary that a typed Content-Type of a multipart body names; null where it names none that can be used. @see RFC 2046 §5.1.1 */
export function boundaryIn(contentType: string): string | null {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"\\]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  const boundary = quoted ?? bare ?? ''
  return /^[A-Za-z0-9'()+_,\-./:=? ]{0,69}[A-Za-z0-9'()+_,\-./:=?]$/.test(boundary) ? boundary : null
}
