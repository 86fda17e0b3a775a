import { hasShapeOf } from '../../../electron/common/has-shape-of.ts'
import { oneOf } from '../../../electron/common/one-of.ts'
import { secretNames } from '../../../electron/vocabulary/secret-names.ts'
import { secretSourceKinds, vaultLoginMethods } from '../../../electron/vocabulary/secret-sources.ts'
import { emptyValues, type FormValues } from './form-values.ts'
import { emptyLogins, emptySource } from './secrets/source-values.ts'

const { secretSources: _sources, ...plain } = emptyValues
const row = { name: '', value: '' }
const chips = { chips: [''], typed: '' }
const example = {
  ...plain,
  assertion: { ...plain.assertion, thumbprints: ['x5t'] },
  scope: chips,
  resource: chips,
  parameters: [row],
  headers: [row],
  variables: [{ ...row, secret: false }],
}

/** Whether this is what the form holds, as far as its shape goes: half-typed text is allowed. */
export function isFormValues(value: unknown): value is FormValues {
  if (!isObject(value)) return false
  const { secretSources, ...others } = value
  return hasShapeOf<unknown>(example, others) && isSources(secretSources)
}

function isSources(value: unknown): boolean {
  if (!isObject(value)) return false
  return Object.keys(value).length === secretNames.length && secretNames.every((name) => isSource(value[name]))
}

function isSource(value: unknown): boolean {
  if (!isObject(value)) return false
  const kind = oneOf(secretSourceKinds, value['kind'])
  if (kind === null) return false
  if (kind !== 'vault') return hasShapeOf<unknown>(emptySource(kind), value)
  const { login } = value
  const method = isObject(login) ? oneOf(vaultLoginMethods, login['method']) : null
  return method !== null && hasShapeOf<unknown>({ ...emptySource(kind), login: emptyLogins[method] }, value)
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
