import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { Metadata } from '../../../contract/outcome.ts'

const endpoints = ['token_endpoint', 'introspection_endpoint', 'revocation_endpoint', 'jwks_uri'] as const
export type PublishedEndpoint = (typeof endpoints)[number]

/** Endpoints that are set to another URL than the metadata have. One that either leaves out differs from nothing. */
export const differingEndpoints = (
  settings: Pick<EnvironmentInput, PublishedEndpoint>,
  metadata: Pick<Metadata, PublishedEndpoint>,
): PublishedEndpoint[] => endpoints.filter((name) => isOtherUrl(settings[name], metadata[name]))

function isOtherUrl(set: string, published: string | null): boolean {
  if (published === null || !URL.canParse(set) || !URL.canParse(published)) return false
  return new URL(set).href !== new URL(published).href
}
