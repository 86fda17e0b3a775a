import { presetOf } from '../../../../electron/catalogue/providers.ts'
import type { FormValues } from '../form-values.ts'
import { fieldTitle } from './field-titles.ts'

/** One field that would change: empty text is an empty field. */
export interface FieldChange {
  path: string
  title: string
  before: string
  after: string
}

/** Every field in which the two differ, so that none is changed that is not shown. Sources of secrets are apart. */
export function fieldChanges(before: FormValues, after: FormValues): FieldChange[] {
  const { secretSources: _before, ...one } = before
  const { secretSources: _after, ...other } = after
  return leaves(one).flatMap(([path, text]) => {
    const next = textOf(path, valueAt(other, path))
    return next === text ? [] : [{ path, title: fieldTitle(path), before: text, after: next }]
  })
}

function leaves(value: object, parent = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]): [string, string][] => {
    const path = parent === '' ? name : `${parent}.${name}`
    return isGroup(member) ? leaves(member, path) : [[path, textOf(path, member)]]
  })
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isGroup = (value: unknown): value is object => isObject(value) && !Array.isArray(value) && !('chips' in value)

const valueAt = (values: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), values)

/** As it is read in the form; a list with commas. */
function textOf(path: string, value: unknown): string {
  if (path === 'provider') return presetOf(String(value))?.name ?? String(value)
  if (Array.isArray(value)) return value.map(itemText).join(', ')
  if (isObject(value)) {
    const { chips, typed } = value
    return [
      ...(Array.isArray(chips) ? chips.map(String) : []),
      ...(typeof typed === 'string' && typed !== '' ? [typed] : []),
    ].join(' ')
  }
  return String(value)
}

const itemText = (item: unknown): string =>
  isObject(item) ? `${String(item['name'])}=${String(item['value'])}` : String(item)
