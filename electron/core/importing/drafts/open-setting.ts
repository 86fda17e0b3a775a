import { environmentInputSchema, type EnvironmentInput } from '../../../contract/environment.ts'
import type { ReadEnvironment } from '../read-environments.ts'
import { endpointText, issuerInstead } from './endpoint-text.ts'
import { keptPairs, keptResources } from './list-settings.ts'
import { withProvider } from './provider-settings.ts'
import { stageOf } from './stage-of.ts'

type OpenField = ReadEnvironment['open'][number]['field']

/** The environment with the text of a setting that was left open, its variables resolved; null where it breaks a rule. */
export function withOpenSetting(value: EnvironmentInput, field: OpenField, text: string): EnvironmentInput | null {
  const filled = filledSetting(value, field, text.trim())
  const parsed = filled === null ? null : environmentInputSchema.safeParse(filled)
  return parsed?.success === true ? parsed.data : null
}

function filledSetting(value: EnvironmentInput, field: OpenField, text: string): EnvironmentInput | null {
  switch (field) {
    case 'token_endpoint': {
      const { url } = endpointText(field, text)
      const instead = url === '' ? null : issuerInstead(url)
      if (url === '') return null
      return instead === null ? { ...value, token_endpoint: url } : { ...value, issuer: value.issuer || instead }
    }
    case 'issuer':
    case 'introspection_endpoint':
    case 'revocation_endpoint':
    case 'jwks_uri': {
      const { url } = endpointText(field, text)
      return url === '' ? null : { ...value, [field]: url }
    }
    case 'client_id':
    case 'scope':
    case 'audience':
      return { ...value, [field]: text }
    case 'resource': {
      const { kept, others } = keptResources([text])
      return { ...value, resource: [...value.resource, ...kept], parameters: [...value.parameters, ...others] }
    }
    case 'parameters':
    case 'headers': {
      const at = text.indexOf('=')
      const { kept } = keptPairs(field, [{ name: text.slice(0, at), value: text.slice(at + 1) }])
      return kept.length === 0 ? null : { ...value, [field]: [...value[field], ...kept] }
    }
    case 'proxy':
      return { ...value, network: { ...value.network, proxy: { ...value.network.proxy, mode: 'explicit', url: text } } }
  }
}

/** The environment with the provider and the stage that its addresses say now; what it has already stays. */
export function judgedAgain(value: EnvironmentInput): EnvironmentInput {
  const judged = withProvider(value, value, null)
  const stage = value.stage === 'other' ? stageOf([value.name], [value.token_endpoint, value.issuer]) : value.stage
  return { ...judged, stage }
}
