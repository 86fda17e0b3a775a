import type { OutsideSource, ReadSource } from '../source.ts'
import { unreadable } from '../../credentials/reading.ts'
import { found } from './found.ts'

type EnvironmentVariable = Extract<OutsideSource, { kind: 'environment_variable' }>

/** Reads a variable of this process, which has those of the process that started it. */
export const readEnvironmentVariable: ReadSource<EnvironmentVariable> = async ({ variable }, name, { variables }) => {
  // `process.env` also answers to the names of an object's own methods.
  const value: unknown = variables[variable]
  if (typeof value === 'string') return found(value, name, { place: 'variable', name: variable }, [])
  return unreadable('source_variable_not_set', { variable })
}
