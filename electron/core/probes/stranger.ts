import type { CurrentEnvironment } from '../environment/current-environment.ts'

/** The environment as somebody without its client certificate sees it. */
export function withoutCertificate(environment: CurrentEnvironment): CurrentEnvironment {
  const { value } = environment
  const clientCertificate = { certificate: '', certificateFile: '', keyFile: '' }
  return { ...environment, value: { ...value, network: { ...value.network, clientCertificate } } }
}
