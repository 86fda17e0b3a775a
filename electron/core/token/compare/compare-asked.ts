import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf } from '../../../common/json-source.ts'

/** What an environment asks for, in the names of claims. */
export interface Asked {
  scope: string
  /** Audience and resources. @see RFC 8707 §2 */
  audiences: readonly string[]
  client_id: string
  issuer: string
}

/** Where servers say it, the usual name first: Microsoft and Okta have `scp`, cidaas `scopes`, many `azp`, `appid` or `sub`. */
const names: Readonly<Record<string, readonly string[]>> = {
  scope: ['scope', 'scp', 'scopes'],
  client_id: ['client_id', 'azp', 'appid', 'cid', 'sub'],
}

/** As an object to compare with claims; what is not asked for has no member. */
export function askedObject({ scope, audiences, client_id, issuer }: Asked): JsonObject {
  const aud = audiences.length > 1 ? JSON.stringify(audiences) : textOf(audiences[0] ?? '')
  return objectOf([
    ['scope', textOf(scope)],
    ['aud', aud],
    ['client_id', textOf(client_id)],
    ['iss', textOf(issuer)],
  ])
}

/** Of claims, what answers the names that were asked for, under those names. */
export function answering(claims: JsonObject, asked: JsonObject): JsonObject {
  return objectOf(
    asked.members.map(({ name }) => {
      const said = (names[name] ?? [name]).map((other) => memberOf(claims, other)?.source)
      return [name, said.find((source) => source !== undefined) ?? null]
    }),
  )
}

const textOf = (text: string) => (text === '' ? null : JSON.stringify(text))

function objectOf(all: readonly (readonly [name: string, source: string | null])[]): JsonObject {
  const members = all.flatMap(([name, source]) => (source === null ? [] : [{ name, source, duplicate: false }]))
  return { source: `{${members.map(({ name, source }) => `${JSON.stringify(name)}:${source}`).join()}}`, members }
}
