import { newEnvironment } from '../../../catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { ExportFact } from '../../../contract/export-note.ts'

/**
 * What requests need, differs from a new environment, and has no place in other tools; stage, provider and folder are for people
 * alone.
 */
export function withoutPlace(value: EnvironmentInput): ExportFact[] {
  const { network } = value
  const none = newEnvironment.network
  const isSet: Readonly<Record<string, boolean>> = {
    issuer: value.issuer !== '',
    introspection_endpoint: value.introspection_endpoint !== '',
    revocation_endpoint: value.revocation_endpoint !== '',
    jwks_uri: value.jwks_uri !== '',
    mtls_endpoint_aliases: value.mtls_endpoint_aliases.token_endpoint !== '',
    'network.ca': network.ca !== '' || network.caFile !== '',
    'network.clientCertificate.certificate': network.clientCertificate.certificate !== '',
    'network.timeLimits': JSON.stringify(network.timeLimits) !== JSON.stringify(none.timeLimits),
    'network.acceptedCertificate': network.acceptedCertificate !== '',
    secretSources: Object.keys(value.secretSources).length > 0,
  }
  const fields = Object.keys(isSet).filter((field) => isSet[field] === true)
  return [
    ...fields.map((field) => ({ code: 'setting_not_kept', evidence: { field } }) as const),
    ...(value.dpop.enabled ? [{ code: 'dpop_not_kept', evidence: { alg: value.dpop.alg } } as const] : []),
  ]
}

/** Facts for settings of which `isLost` says that they are not kept. */
export const lostSettings = (isLost: Readonly<Record<string, boolean>>): ExportFact[] =>
  Object.keys(isLost).flatMap((field) =>
    isLost[field] === true ? [{ code: 'setting_not_kept', evidence: { field } } as const] : [],
  )
