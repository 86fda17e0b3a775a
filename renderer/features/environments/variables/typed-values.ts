import type { Variable } from '../../../../electron/contract/variable.ts'
import type { TypedVariable } from '../../../queries/typed-secrets.ts'

type Typed = readonly TypedVariable[]

/** What is typed in a row that has this name; empty where nothing is. */
export const typedValue = (typed: Typed, at: number, called: string): string =>
  typed.find(({ index, name }) => index === at && name === called)?.value ?? ''

/** With this typed in a row; an empty value is none. */
export function withValue(typed: Typed, { index, name, value }: TypedVariable): Typed {
  const others = typed.filter((one) => one.index !== index)
  return value === '' ? others : [...others, { index, name, value }]
}

/** After the name of a row is changed: what is typed in it goes along. */
export const withName = (typed: Typed, at: number, name: string): Typed =>
  typed.map((one) => (one.index === at ? { ...one, name } : one))

export const withoutRow = (typed: Typed, at: number): Typed =>
  typed.flatMap((one) => (one.index === at ? [] : [one.index > at ? { ...one, index: one.index - 1 } : one]))

/** Before a row is put there. */
export const withRoomAt = (typed: Typed, at: number): Typed =>
  typed.map((one) => (one.index >= at ? { ...one, index: one.index + 1 } : one))

/** What is stored on saving: the values of rows that are there, and secret. */
export const valuesToStore = (typed: Typed, rows: readonly Variable[]): Typed =>
  typed.filter(({ index, name }) => rows[index]?.secret === true && rows[index].name.trim() === name)
