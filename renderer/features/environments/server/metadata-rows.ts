import type { Metadata } from '../../../../electron/contract/outcome.ts'
import type { FormValues } from '../form-values.ts'

const fields = [
  ['issuer', 'Issuer'],
  ['token_endpoint', 'Token endpoint'],
  ['introspection_endpoint', 'Introspection endpoint'],
  ['revocation_endpoint', 'Revocation endpoint'],
  ['jwks_uri', 'JWKS URI'],
] as const

const aliases = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint'] as const

/** One field: what is configured, what is published, and how the two compare. */
export interface MetadataRow {
  path: (typeof fields)[number][0] | `mtls_endpoint_aliases.${(typeof aliases)[number]}`
  title: string
  configured: string
  published: string | null
  comparison: 'equal' | 'different' | 'new' | 'not published'
}

/** The endpoints of the form beside those of the metadata; aliases only when there are any. */
export function metadataRows(values: FormValues, metadata: Metadata): MetadataRow[] {
  const rows: MetadataRow[] = fields.map(([path, title]) => row(path, title, values[path], metadata[path]))
  if (metadata.mtls_endpoint_aliases === null) return rows
  for (const name of aliases) {
    const published = metadata.mtls_endpoint_aliases[name]
    const configured = values.mtls_endpoint_aliases[name]
    if (published === null && configured === '') continue
    const title = fields.find(([path]) => path === name)?.[1] ?? name
    rows.push(row(`mtls_endpoint_aliases.${name}`, `${title} (mTLS)`, configured, published))
  }
  return rows
}

function row(path: MetadataRow['path'], title: string, typed: string, published: string | null): MetadataRow {
  const configured = typed.trim()
  const comparison =
    published === null ? 'not published' : configured === published ? 'equal' : configured === '' ? 'new' : 'different'
  return { path, title, configured, published, comparison }
}

/** What the metadata has for a field of the form; null when it has nothing. */
export function publishedAt(metadata: Metadata, path: MetadataRow['path']): string | null {
  const own = fields.find(([name]) => name === path)?.[0]
  if (own !== undefined) return metadata[own]
  const alias = aliases.find((name) => path === `mtls_endpoint_aliases.${name}`)
  return alias === undefined ? null : (metadata.mtls_endpoint_aliases?.[alias] ?? null)
}
