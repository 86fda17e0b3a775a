import { notesOf, type ReadSettings } from './client-settings.ts'
import { isJsonObject, jsonTexts } from './json-texts.ts'
import { settingsOfNames } from './named/named-settings.ts'
import { plainAddress } from './request-endpoint.ts'

/**
 * Any JSON whose members have the usual names: a registration response (RFC 7591), metadata of a server (RFC 8414), what
 * Google, Auth0, Microsoft and others give to download, the settings of an application.
 */
export function readJson(json: unknown): ReadSettings | undefined {
  const texts = jsonTexts(json)
  if (isJsonObject(json) && json['type'] === 'service_account') return serviceAccount(texts)
  const aliases = texts.filter(({ name }) => aliasOf(name) !== null)
  const grants = texts.find(({ name }) => name === 'grant_types')?.text.split(' ') ?? []
  const read = settingsOfNames(texts.filter((one) => !aliases.includes(one) && !listed.test(one.name)))
  if (read === undefined) return undefined
  return {
    ...read,
    fields: {
      ...read.fields,
      ...(aliases.length === 0
        ? {}
        : { aliases: Object.fromEntries(aliases.map(({ name, text }) => [aliasOf(name) ?? '', plainAddress(text)])) }),
    },
    notes: [...read.notes, ...notesOf({ other_grant: grants.includes('client_credentials') ? [] : grants })],
  }
}

/** What a server or a client lists of its abilities; of no use for a form. */
const listed = /(?:_supported|^grant_types|^response_types|^redirect_uris)$/

function aliasOf(name: string): 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint' | null {
  switch (/^mtls_endpoint_aliases\.(\w+)$/.exec(name)?.[1]) {
    case 'token_endpoint':
      return 'token_endpoint'
    case 'introspection_endpoint':
      return 'introspection_endpoint'
    case 'revocation_endpoint':
      return 'revocation_endpoint'
    default:
      return null
  }
}

/** A key that signs grants of their own; only the address can be used. @see RFC 7523 §2.1 */
function serviceAccount(texts: ReturnType<typeof jsonTexts>): ReadSettings | undefined {
  const read = settingsOfNames(texts.filter(({ name }) => name === 'token_uri'))
  return read === undefined ? undefined : { ...read, notes: notesOf({ service_account: ['service_account'] }) }
}
