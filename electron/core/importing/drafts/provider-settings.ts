import { applyPreset } from '../../../catalogue/providers/apply-preset.ts'
import { presetOf } from '../../../catalogue/providers.ts'
import type { KnownProvider, SettingsFields } from '../../../common/client-settings/client-settings.ts'
import { providerOfUrl } from '../../../common/client-settings/provider-of-url.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'

/** The settings that have no empty state, as the file says them. */
type Said = Pick<SettingsFields, 'token_endpoint_auth_method' | 'basicEncoding' | 'tokenBodyFormat' | 'assertion'>

/** The environment by the preset of the provider that it belongs to, with what the file says before what the preset does. */
export function withProvider(value: EnvironmentInput, said: Said, known: KnownProvider | null): EnvironmentInput {
  const found = known ?? providerOfUrl(value.token_endpoint) ?? providerOfUrl(value.issuer)
  const preset = found === null || value.provider !== 'standard' ? null : presetOf(found.id)
  const filled = preset === null || found === null ? value : applyPreset(value, preset, found.placeholders)
  const { token_endpoint_auth_method: method, basicEncoding, tokenBodyFormat, assertion } = said
  return {
    ...filled,
    ...(method === undefined ? {} : { token_endpoint_auth_method: method }),
    ...(basicEncoding === undefined ? {} : { basicEncoding }),
    ...(tokenBodyFormat === undefined ? {} : { tokenBodyFormat }),
    ...(assertion?.alg === undefined ? {} : { assertion: { ...filled.assertion, alg: assertion.alg } }),
  }
}
