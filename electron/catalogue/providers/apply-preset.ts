import type { EnvironmentInput } from '../../contract/environment.ts'
import { newEnvironment } from '../new-environment.ts'
import { presetOf } from '../providers.ts'
import type { ProviderPreset, TemplatedField } from './preset.ts'
import { withoutEnding } from '../../common/without-ending.ts'

const templatedFields: readonly TemplatedField[] = [
  'issuer',
  'token_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'jwks_uri',
  'scope',
]

/** What fills the placeholders of a preset, by their names. */
export type PlaceholderValues = Readonly<Record<string, string>>

/**
 * The environment with what this preset knows, for a form to be looked at; `value.provider` is the one chosen before.
 * Only what is empty, or still as that one had set it, is filled; what a person typed stays. Applied again with other
 * placeholders, a preset changes what it filled in, and no setting.
 */
export function applyPreset(
  value: EnvironmentInput,
  preset: ProviderPreset,
  entered: PlaceholderValues,
): EnvironmentInput {
  const before = presetOf(value.provider)
  const known = { ...placeholdersOf(value, preset), ...withoutEmpty(entered) }
  const hasTemplates = Object.keys(preset.templates).length > 0
  return {
    ...value,
    ...(hasTemplates ? templatedValues(value, before, preset, known) : {}),
    ...(before?.id === preset.id ? {} : settings(value, before, preset)),
    provider: preset.id,
  }
}

/** The placeholders of a preset as they can be read back from what the environment has; the rest is as usual. */
export function placeholdersOf(value: EnvironmentInput, preset: ProviderPreset): PlaceholderValues {
  const usual = Object.fromEntries(preset.placeholders.map(({ name, usual }) => [name, usual]))
  return { ...usual, ...baseOf(value, preset), ...readAll(value, preset) }
}

/** The base URL that is meant when no field looks like the preset's own: that of the former provider, or the issuer. */
function baseOf(value: EnvironmentInput, preset: ProviderPreset): PlaceholderValues {
  if (!hasOwnBase(preset)) return {}
  const before = presetOf(value.provider)
  if (before === null || before.id === preset.id || Object.keys(before.templates).length === 0) {
    return withoutEmpty({ base: withoutSlash(value.issuer) })
  }
  if (hasOwnBase(before)) return withoutEmpty({ base: readAll(value, before)['base'] ?? withoutSlash(value.issuer) })
  const isFormer = value.issuer === fillTemplate(before.templates.issuer, placeholdersOf(value, before))
  return isFormer ? {} : withoutEmpty({ base: withoutSlash(value.issuer) })
}

/** True when every customer has its own base URL. */
function hasOwnBase({ placeholders }: ProviderPreset): boolean {
  return placeholders.some(({ name, usual }) => name === 'base' && usual === '')
}

function readAll(value: EnvironmentInput, { templates }: ProviderPreset): PlaceholderValues {
  const read = templatedFields.toReversed().map((field) => readBack(value[field], templates[field]))
  return Object.assign({}, ...read)
}

/** A template with its placeholders filled in; empty when one is missing. */
export function fillTemplate(template: string | undefined, values: PlaceholderValues): string {
  if (template === undefined) return ''
  const names = [...template.matchAll(placeholder)].map(([, name = '']) => name)
  if (names.some((name) => (values[name] ?? '') === '')) return ''
  return template.replaceAll(placeholder, (_match, name: string) => clean(name, values[name] ?? ''))
}

const placeholder = /\{(\w+)\}/g

function templatedValues(
  value: EnvironmentInput,
  before: ProviderPreset | null,
  preset: ProviderPreset,
  values: PlaceholderValues,
): Pick<EnvironmentInput, TemplatedField> {
  const ofBefore = before === null ? {} : placeholdersOf(value, before)
  const filled = (field: TemplatedField) => {
    const current = value[field]
    const wasSet = before !== null && current === fillTemplate(before.templates[field], ofBefore)
    return current === '' || wasSet ? fillTemplate(preset.templates[field], values) : current
  }
  return {
    issuer: filled('issuer'),
    token_endpoint: filled('token_endpoint'),
    introspection_endpoint: filled('introspection_endpoint'),
    revocation_endpoint: filled('revocation_endpoint'),
    jwks_uri: filled('jwks_uri'),
    scope: filled('scope'),
  }
}

/** Settings that have no empty state: they are the person's when they are neither the usual ones nor the former preset's. */
function settings(value: EnvironmentInput, before: ProviderPreset | null, preset: ProviderPreset) {
  const choose = <Setting>(
    current: Setting,
    usual: Setting,
    former: Setting | undefined,
    wanted: Setting | undefined,
  ) => (isSame(current, usual) || (former !== undefined && isSame(current, former)) ? (wanted ?? usual) : current)
  const { sets } = preset
  const former = before?.sets
  const { assertion } = value
  return {
    token_endpoint_auth_method: choose(
      value.token_endpoint_auth_method,
      newEnvironment.token_endpoint_auth_method,
      former?.token_endpoint_auth_method,
      sets.token_endpoint_auth_method,
    ),
    basicEncoding: choose(value.basicEncoding, newEnvironment.basicEncoding, former?.basicEncoding, sets.basicEncoding),
    tokenBodyFormat: choose(
      value.tokenBodyFormat,
      newEnvironment.tokenBodyFormat,
      former?.tokenBodyFormat,
      sets.tokenBodyFormat,
    ),
    introspection: choose(value.introspection, newEnvironment.introspection, former?.introspection, sets.introspection),
    assertion: {
      ...assertion,
      alg: choose(assertion.alg, newEnvironment.assertion.alg, former?.assertion?.alg, sets.assertion?.alg),
      audience: choose(
        assertion.audience,
        newEnvironment.assertion.audience,
        former?.assertion?.audience,
        sets.assertion?.audience,
      ),
      thumbprints: choose(
        assertion.thumbprints,
        newEnvironment.assertion.thumbprints,
        former?.assertion?.thumbprints,
        sets.assertion?.thumbprints,
      ),
    },
  }
}

/** What is in a value where a template has placeholders. A template that is nothing but its base would fit any URL. */
function readBack(text: string, template: string | undefined): PlaceholderValues {
  if (template === undefined || text === '' || template.replaceAll(placeholder, '').length <= 1) return {}
  return { ...templatePattern(template).exec(text)?.groups }
}

/** What a value looks like that was made of this template; a group for each placeholder. */
export function templatePattern(template: string): RegExp {
  const parts = template.split(placeholder)
  // Every second part is the name of a placeholder.
  const pattern = parts
    .map((part, index) => (index % 2 === 0 ? part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) : groupOf(part)))
    .join('')
  return new RegExp(`^${pattern}$`, 'i')
}

function groupOf(name: string): string {
  if (isUrl(name)) return String.raw`(?<${name}>https?://[^\s?#]+?)`
  return name === 'resource' ? String.raw`(?<${name}>\S+)` : String.raw`(?<${name}>[^/\s]+)`
}

const isUrl = (name: string) => name === 'base' || name === 'admin'
const withoutSlash = (url: string) => withoutEnding(url.trim(), '/')
const clean = (name: string, text: string) => (isUrl(name) ? withoutSlash(text) : text.trim())
const withoutEmpty = (values: PlaceholderValues): PlaceholderValues =>
  Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ''))
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
