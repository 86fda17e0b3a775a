import { isCredential } from '../../../common/client-settings/placeholder.ts'
import { headerFieldSchema, parameterSchema, resourceSchema } from '../../../contract/environment.ts'
import type { ImportFact } from '../../../contract/import-note.ts'
import { atMost, maxHeaders, maxParameters, maxResources } from '../../../vocabulary/limits.ts'
import { looksSecret, namesSecret } from './secret-marks.ts'

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
  const secret = pairs.filter(({ name, value }) => namesSecret(name) || isCredential(value) || looksSecret(value))
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

export function keptResources(resources: readonly string[]): { kept: string[]; facts: ImportFact[] } {
  const facts: ImportFact[] = []
  const valid = [...new Set(resources)].flatMap((one) => {
    const parsed = resourceSchema.safeParse(one)
    // A file may write what its server takes, such as `orders`: it goes along as a parameter of that name.
    if (parsed.success) return [parsed.data]
    facts.push(leftOut('resource', parsed.error.issues[0]?.message))
    return []
  })
  if (valid.length > maxResources) facts.push(leftOut('resource', atMost(maxResources, 'resources')))
  return { kept: valid.slice(0, maxResources), facts }
}

const leftOut = (field: string, problem = ''): ImportFact => ({ code: 'value_left_out', evidence: { field, problem } })
