import { freeName } from '../../../../common/free-name.ts'
import { variablePattern } from '../../../../vocabulary/variables.ts'

/** What variables are called in a file: letters, digits and underscores, which every editor can read. */
export interface Names {
  of: (name: string) => string
  /** A text with the names of the file. */
  text: (text: string) => string
}

/** Gives each name its own; `reserved` are those that the file needs itself. */
export function namesFor(names: readonly string[], reserved: readonly string[]): Names {
  const taken = new Set(reserved)
  const known = new Map<string, string>()
  for (const name of names) if (isUsable(name) && !taken.has(name)) known.set(name, name)
  for (const name of known.values()) taken.add(name)
  for (const name of names) {
    if (known.has(name)) continue
    const free = freeName(name.replace(/\W/g, '_').replace(/^(?=\d)/, '_'), (one) => taken.has(one))
    taken.add(free)
    known.set(name, free)
  }
  const of = (name: string): string => known.get(name) ?? name
  return { of, text: (text) => text.replace(variablePattern, (_whole, name: string) => `{{${of(name)}}}`) }
}

const isUsable = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name)
