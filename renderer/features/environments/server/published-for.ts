import type { DiscoveryOutcome, Metadata } from '../../../../electron/contract/outcome.ts'

/** The metadata that was found, while the form still names the server that it is of. */
export function publishedFor(issuer: string, outcome: DiscoveryOutcome | null): Metadata | null {
  if (outcome?.kind !== 'found') return null
  const typed = issuer.trim()
  const { metadata, url } = outcome
  return typed === metadata.issuer || typed === url || typed === `${metadata.issuer}/` ? metadata : null
}
