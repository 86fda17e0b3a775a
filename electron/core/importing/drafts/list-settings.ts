import { headerFieldSchema, parameterSchema, resourceSchema } from '../../../contract/environment.ts'
import type { ImportFact } from '../../../contract/import-note.ts'
import { atMost, maxHeaders, maxParameters, maxResources } from '../../../vocabulary/limits.ts'
import { isSecretPair } from './secret-marks.ts'

interface Pair {
  name: string
  value: string
}

/** Parameters or headers of the token request that can be kept: they are stored in clear, and so no secret is. */
export function keptPairs(
  field: 'parameters' | 'headers',
  pairs: readonly Pair[],
): { kept: Pair[]; facts: ImportFact[] } {
  const schema = field === 'headers' ? headerFieldSchema : parameterSchema
  const most = field === 'headers' ? maxHeaders : maxParameters
  const facts: ImportFact[] = []
  const secret = pairs.filter(isSecretPair)
  if (secret.length > 0) {
    const names = [...new Set(secret.map(({ name }) => name.slice(0, 200)))]
    facts.push({ code: 'settings', evidence: { note: 'not_kept', names } })
  }
  const valid = pairs.flatMap((pair) => {
    if (secret.includes(pair)) return []
    const parsed = schema.safeParse(pair)
    if (parsed.success) return [parsed.data]
    facts.push(leftOut(field, parsed.error.issues[0]?.message))
    return []
  })
  if (valid.length > most) facts.push(leftOut(field, atMost(most, field)))
  return { kept: valid.slice(0, most), facts }
}

/** What is no URI goes along as a parameter of that name: its server takes it. */
export function keptResources(resources: readonly string[]): { kept: string[]; others: Pair[]; facts: ImportFact[] } {
  const facts: ImportFact[] = []
  const others: Pair[] = []
  const valid = [...new Set(resources)].flatMap((one) => {
    const parsed = resourceSchema.safeParse(one)
    if (parsed.success) return [parsed.data]
    if (/^[^\s#]+$/.test(one)) others.push({ name: 'resource', value: one })
    else facts.push(leftOut('resource', parsed.error.issues[0]?.message))
    return []
  })
  if (valid.length > maxResources) facts.push(leftOut('resource', atMost(maxResources, 'resources')))
  return { kept: valid.slice(0, maxResources), others, facts }
}

const leftOut = (field: string, problem = ''): ImportFact => ({ code: 'value_left_out', evidence: { field, problem } })
