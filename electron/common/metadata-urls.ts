import { withoutEnding } from './without-ending.ts'

/**
 * Where an issuer's metadata may be, in the order to try. OpenID Connect Discovery §4 appends and RFC 8414 §3.1 inserts
 * before the path. Not standard and seen: Okta appends the RFC 8414 name too, and django-oauth-toolkit answers only with
 * a slash at the end. Takes the issuer as `URL` reads it, which the contract does not have.
 */
export function metadataUrls({ origin, pathname }: { origin: string; pathname: string }): [string, ...string[]] {
  const path = withoutEnding(pathname, '/')
  return [
    `${origin}${path}/.well-known/openid-configuration`,
    `${origin}/.well-known/oauth-authorization-server${path}`,
    ...(path === '' ? [] : [`${origin}${path}/.well-known/oauth-authorization-server`]),
    `${origin}${path}/.well-known/openid-configuration/`,
  ]
}

/** The issuer meant by what a person typed: also the address of a metadata document itself. */
export function issuerOf(text: string): string {
  const trimmed = text.trim()
  const appended = /^(https?:\/\/.*?)\/\.well-known\/openid-configuration\/?$/i.exec(trimmed)
  if (appended?.[1] !== undefined) return appended[1]
  const inserted = /^(https?:\/\/[^/]+)\/\.well-known\/oauth-authorization-server(\/.*)?$/i.exec(trimmed)
  if (inserted?.[1] !== undefined) return `${inserted[1]}${inserted[2] ?? ''}`
  const okta = /^(https?:\/\/.*?)\/\.well-known\/oauth-authorization-server\/?$/i.exec(trimmed)
  return okta?.[1] ?? trimmed
}
