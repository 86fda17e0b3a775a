import type { Member } from '../../electron/contract/json-object.ts'

/** The members whose name or value holds a text, no matter its case; `index` is the place among all. */
export function membersLike(members: readonly Member[], text: string): { member: Member; index: number }[] {
  const all = members.map((member, index) => ({ member, index }))
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return all
  const holds = (where: string) => where.toLowerCase().includes(wanted)
  return all.filter(({ member }) => holds(member.name) || holds(member.source))
}
