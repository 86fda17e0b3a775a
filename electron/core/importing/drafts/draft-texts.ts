import type { SettingsFields } from '../../../common/client-settings/client-settings.ts'
import type { ApiBody, ApiPart } from '../../../contract/api-call.ts'
import type { TypedSecrets } from '../../../contract/secret.ts'
import { textSettings } from '../../../vocabulary/import-formats.ts'
import { secretNames } from '../../../vocabulary/secret-names.ts'
import type { DraftCall } from './import-draft.ts'

/** Writes a text differently. */
export type Write = (text: string) => string

/** The call with every text written differently that may hold a variable, rows that are off among them. */
export function callWithTexts(call: DraftCall, write: Write): DraftCall {
  return {
    ...call,
    url: write(call.url),
    query: call.query.map(({ name, value, enabled }) => ({
      name: write(name),
      value: value === null ? null : write(value),
      enabled,
    })),
    headers: call.headers.map(({ name, value, enabled }) => ({ name, value: write(value), enabled })),
    body: bodyWithTexts(call.body, write),
    scope: write(call.scope),
  }
}

function bodyWithTexts(body: ApiBody, write: Write): ApiBody {
  switch (body.kind) {
    case 'none':
      return body
    case 'json':
      return { ...body, text: write(body.text) }
    case 'text':
      return { ...body, text: write(body.text), contentType: write(body.contentType) }
    case 'form':
      return {
        kind: 'form',
        fields: body.fields.map(({ name, value, enabled }) => ({ name: write(name), value: write(value), enabled })),
      }
    case 'multipart':
      return { kind: 'multipart', parts: body.parts.map((part) => partWithTexts(part, write)) }
    case 'file':
      return { ...body, contentType: write(body.contentType) }
  }
}

function partWithTexts(part: ApiPart, write: Write): ApiPart {
  const { name, contentType } = part
  return part.kind === 'text'
    ? { ...part, name: write(name), value: write(part.value), contentType: write(contentType) }
    : { ...part, name: write(name), contentType: write(contentType) }
}

/** The same of settings. */
export function settingsWithTexts(settings: SettingsFields, write: Write): SettingsFields {
  const { resource, parameters, headers, aliases, assertion, proxy, caFile, clientCertificate } = settings
  const pairs = (rows: readonly { name: string; value: string }[]) =>
    rows.map(({ name, value }) => ({ name: write(name), value: write(value) }))
  return {
    ...settings,
    ...writtenTexts(settings, textSettings, write),
    ...(resource === undefined ? {} : { resource: resource.map(write) }),
    ...(parameters === undefined ? {} : { parameters: pairs(parameters) }),
    ...(headers === undefined ? {} : { headers: pairs(headers) }),
    ...(aliases === undefined
      ? {}
      : {
          aliases: {
            ...aliases,
            ...writtenTexts(aliases, ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint'], write),
          },
        }),
    ...(assertion === undefined
      ? {}
      : { assertion: { ...assertion, ...writtenTexts(assertion, ['kid', 'keyFile'], write) } }),
    ...(proxy === undefined
      ? {}
      : { proxy: { ...proxy, ...writtenTexts(proxy, ['url', 'username', 'bypass'], write) } }),
    ...(caFile === undefined ? {} : { caFile: write(caFile) }),
    ...(clientCertificate === undefined
      ? {}
      : {
          clientCertificate: {
            ...clientCertificate,
            ...writtenTexts(clientCertificate, ['certificate', 'certificateFile', 'keyFile'], write),
          },
        }),
  }
}

function writtenTexts<Name extends string>(
  owner: Readonly<Partial<Record<Name, string>>>,
  names: readonly Name[],
  write: Write,
): Record<string, string> {
  const entries = names.flatMap((name): [string, string][] => {
    const text = owner[name]
    return text === undefined ? [] : [[name, write(text)]]
  })
  return Object.fromEntries(entries)
}

export function secretsWithTexts(secrets: TypedSecrets, write: Write): TypedSecrets {
  return Object.fromEntries(
    secretNames.flatMap((name) => {
      const text = secrets[name]
      return text === undefined ? [] : [[name, write(text)] as const]
    }),
  )
}

/** Every text of something, in order. */
export function textsOf(walk: (write: Write) => unknown): string[] {
  const texts: string[] = []
  walk((text) => {
    texts.push(text)
    return text
  })
  return texts
}
