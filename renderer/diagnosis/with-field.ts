import type { Environment, EnvironmentInput } from '../../electron/contract/environment.ts'
import type { Change } from '../../electron/wording/diagnosis/change.ts'

/** What can be saved of an environment. */
export function inputOf({ id: _id, builtIn: _builtIn, secrets: _secrets, ...value }: Environment): EnvironmentInput {
  return value
}

/** The same with one field, by its path, set to something else; null where that field holds nothing of the kind. */
export function withField(value: EnvironmentInput, path: string, to: Change['value']): EnvironmentInput | null {
  const copy = structuredClone(value)
  const names = path.split('.')
  const last = names.pop() ?? ''
  let place: unknown = copy
  for (const name of names) place = isObject(place) ? Reflect.get(place, name) : null
  if (!isObject(place) || kindOf(Reflect.get(place, last)) !== kindOf(to)) return null
  Reflect.set(place, last, to)
  return copy
}

/** What a field, by its path, is set to; null where it holds none of the kinds that a change has. */
export function fieldValue(value: object, path: string): Change['value'] | null {
  let place: unknown = value
  for (const name of path.split('.')) place = isObject(place) ? Reflect.get(place, name) : null
  if (typeof place === 'string' || typeof place === 'boolean') return place
  return isTexts(place) ? place : null
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
