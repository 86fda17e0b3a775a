import type { Member } from '../../electron/contract/json-object.ts'

const named = 5

/** Which names come more than once and what parsers make of it; null when none does. @see RFC 8259 §4 */
export function duplicateNote(members: readonly Member[]): string | null {
  const counts = new Map<string, number>()
  for (const { name, duplicate } of members) if (duplicate) counts.set(name, (counts.get(name) ?? 0) + 1)
  const top = [...counts].map(([name, count]) => `“${name}” stands ${count} times`)
  const within = members.flatMap(({ name, duplicatesWithin = [] }) =>
    duplicatesWithin.map((pointer) => `“${pointer}” within “${name}” stands more than once`),
  )
  const all = [...top, ...within]
  if (all.length === 0) return null
  const more = all.length > named ? [`${all.length - named} more names do so`] : []
  return `${sentence([...all.slice(0, named), ...more])}. Most parsers take the last; some take the first, or refuse.`
}

function sentence(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
