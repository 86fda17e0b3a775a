import { isJsonObject, type JsonObjectLike } from '../../../../common/client-settings/json-texts.ts'

/** Levels that are looked at; what is read of a file is no deeper. */
const deepest = 10
/** Parts of a file that are looked at: more is no settings. */
const most = 20_000

/**
 * A file as its program reads it: values of a Secret of Kubernetes are in base64, and Docker Compose may list `NAME=value`.
 * @see https://kubernetes.io/docs/concepts/configuration/secret
 */
export function writtenValues(value: unknown): unknown {
  // YAML may have one part in many places.
  const known = new Map<object, unknown>()
  const written = (one: unknown, depth: number): unknown => {
    if (typeof one !== 'object' || one === null || depth > deepest || known.size > most) return one
    const before = known.get(one)
    if (before !== undefined) return before
    const made = Array.isArray(one)
      ? (membersOfList(one) ?? one.map((item) => written(item, depth + 1)))
      : isJsonObject(one)
        ? membersOf(one, (member) => written(member, depth + 1))
        : one
    known.set(one, made)
    return made
  }
  return written(value, 0)
}

function membersOf(value: JsonObjectLike, written: (member: unknown) => unknown): JsonObjectLike {
  const isSecret = value['kind'] === 'Secret' && typeof value['apiVersion'] === 'string'
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      isSecret && name === 'data' && isJsonObject(one) ? decoded(one) : written(one),
    ]),
  )
}

const decoded = (data: JsonObjectLike): JsonObjectLike =>
  Object.fromEntries(
    Object.entries(data).map(([name, text]) => [name, typeof text === 'string' ? (textOf(text) ?? text) : text]),
  )

function textOf(base64: string): string | null {
  const text = Buffer.from(base64, 'base64').toString('utf8')
  const again = Buffer.from(text, 'utf8').toString('base64')
  return again.replaceAll('=', '') === base64.trim().replaceAll('=', '') ? text.trim() : null
}

const variable = /^([A-Za-z_][\w.-]{0,200})=/

function membersOfList(list: readonly unknown[]): JsonObjectLike | null {
  const members = list.flatMap((one): [string, string][] => {
    const name = typeof one === 'string' ? variable.exec(one)?.[1] : undefined
    return typeof one === 'string' && name !== undefined ? [[name, one.slice(name.length + 1)]] : []
  })
  return members.length > 0 && members.length === list.length ? Object.fromEntries(members) : null
}
