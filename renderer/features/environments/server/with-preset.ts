import { applyPreset, type PlaceholderValues } from '../../../../electron/catalogue/providers/apply-preset.ts'
import type { ProviderPreset } from '../../../../electron/catalogue/providers/preset.ts'
import { type FormValues, valuesFrom } from '../form-values.ts'
import { asInput } from '../read-values.ts'

/** The form with what a preset knows; half-typed text is carried over as it is. */
export function withPreset(values: FormValues, preset: ProviderPreset, entered: PlaceholderValues): FormValues {
  const before = asInput(values)
  const after = applyPreset(before, preset, entered)
  const filled = valuesFrom(after)
  return {
    ...filled,
    scope: after.scope === before.scope ? values.scope : filled.scope,
    resource: values.resource,
    assertion: { ...filled.assertion, lifetime: values.assertion.lifetime },
    network: values.network,
    renewBefore: values.renewBefore,
    secretSources: values.secretSources,
  }
}
