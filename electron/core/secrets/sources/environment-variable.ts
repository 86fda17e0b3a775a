import type { OutsideSource, ReadSource } from '../source.ts'
import { found, notFound } from './found.ts'

type EnvironmentVariable = Extract<OutsideSource, { kind: 'environment_variable' }>

/** Reads a variable of this process, which has those of whatever started it. */
export const readEnvironmentVariable: ReadSource<EnvironmentVariable> = async ({ variable }, name, { variables }) => {
  const place = `The environment variable ${variable}`
  // `process.env` also answers to the names of an object's own methods.
  const value: unknown = variables[variable]
  if (typeof value === 'string') return found(value, name, place, [])
  return notFound(
    `${place} is not set for this app, which has the variables of whatever started it. Set it for your session, or start the app from a terminal where it is set.`,
  )
}
