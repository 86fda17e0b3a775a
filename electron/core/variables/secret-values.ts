import { z } from 'zod'

/** Secret variables by name, as they are sealed. Names that objects have of themselves are names like any other. */
const sealedSchema = z.array(z.tuple([z.string(), z.string()]))

/** What another version, or a file, wrote and cannot be read holds no variable. */
export function secretValuesIn(text: string): Map<string, string> {
  try {
    const read: unknown = JSON.parse(text)
    const entries = typeof read === 'object' && read !== null && !Array.isArray(read) ? Object.entries(read) : []
    return new Map(sealedSchema.safeParse(entries).data)
  } catch {
    return new Map()
  }
}

/** In the order of their names; empty where there is none. */
export function sealedText(values: ReadonlyMap<string, string>): string {
  if (values.size === 0) return ''
  const entries = [...values].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`
}
