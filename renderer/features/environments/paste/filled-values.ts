import type { ClientSettings, SettingsFields } from '../../../../electron/common/client-settings/client-settings.ts'
import { hostOf } from '../../../../electron/common/host-of.ts'
import { foldScope } from '../../../../electron/vocabulary/environment-rules.ts'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'
import { presetOf } from '../../../../electron/catalogue/providers.ts'
import type { FormValues } from '../form-values.ts'
import { isTypedHere } from '../secrets/source-values.ts'
import { withPreset } from '../server/with-preset.ts'

/** The form with the settings of a text in it; what the text says nothing of stays, and so does a name. */
export function filledValues(values: FormValues, settings: ClientSettings): FormValues {
  const { fields } = settings
  const filled = withFields(withProvider(withFields(values, fields), settings), fields)
  return withName(withSecretFields(filled, settings), fields.name)
}

function withFields(values: FormValues, fields: SettingsFields): FormValues {
  const { aliases, assertion, proxy, caFile, clientCertificate, scope, resource, name: _name, ...plain } = fields
  const { network } = values
  return {
    ...values,
    ...plain,
    ...(scope === undefined ? {} : { scope: { chips: foldScope(scope).split(' ').filter(Boolean), typed: '' } }),
    ...(resource === undefined ? {} : { resource: { chips: resource, typed: '' } }),
    mtls_endpoint_aliases: { ...values.mtls_endpoint_aliases, ...aliases },
    assertion: { ...values.assertion, ...assertion },
    network: {
      ...network,
      proxy: { ...network.proxy, ...proxy },
      caFile: caFile ?? network.caFile,
      clientCertificate: { ...network.clientCertificate, ...clientCertificate },
    },
  }
}

const endpoints = ['issuer', 'token_endpoint', 'introspection_endpoint', 'revocation_endpoint', 'jwks_uri'] as const

/** What the preset of the provider knows; a text that has its base URL means the endpoints there, and not those before. */
function withProvider(values: FormValues, { provider, fields }: ClientSettings): FormValues {
  const preset = provider === null ? null : presetOf(provider.id)
  if (provider === null || preset === null) return values
  if (Object.keys(provider.placeholders).length === 0) return withPreset(values, preset, {})
  const emptied = Object.fromEntries(endpoints.map((name) => [name, fields[name] ?? '']))
  const filled = withPreset({ ...values, ...emptied }, preset, provider.placeholders)
  const kept = endpoints.map((name) => [name, filled[name] === '' ? values[name] : filled[name]])
  return { ...filled, ...Object.fromEntries(kept) }
}

/** A secret of the text is typed in its field, which must be there. */
function withSecretFields(values: FormValues, { secrets, fields }: ClientSettings): FormValues {
  const method = values.token_endpoint_auth_method
  const isMissing = secrets.client_secret !== undefined && !method.startsWith('client_secret_')
  const sources = secretNames.filter((name) => secrets[name] !== undefined && !isTypedHere(values.secretSources[name]))
  return {
    ...values,
    token_endpoint_auth_method:
      isMissing && fields.token_endpoint_auth_method === undefined ? 'client_secret_basic' : method,
    secretSources: {
      ...values.secretSources,
      ...Object.fromEntries(sources.map((name) => [name, { kind: 'stored' as const }])),
    },
  }
}

/** An environment without a name gets that of the client, or of its server. */
function withName(values: FormValues, given: string | undefined): FormValues {
  if (values.name.trim() !== '') return values
  const address = [values.issuer, values.token_endpoint].find((url) => /^https?:\/\//i.test(url)) ?? ''
  return { ...values, name: given ?? hostOf(address) }
}
