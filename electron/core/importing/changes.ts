import { acceptedFindingSchema } from '../../contract/accepted-finding.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { ImportItem } from '../../contract/sharing.ts'
import { acceptedLine } from '../../wording/review/accepted.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { callChanges, type ComparedCall } from './call-changes.ts'
import { isMembers } from '../json/json-members.ts'

/** What an environment is about, for a comparison. */
export interface Compared {
  value: EnvironmentInput
  calls: readonly ComparedCall[]
}

export type Changes = ImportItem['changes']

/** Every field that differs, by its path, as text for people. */
export async function changesBetween(before: Compared, after: Compared): Promise<Changes> {
  const [old, next] = [before, after].map(({ value }) => new Map(leavesOf(value, '')))
  const fields = new Set([...(old?.keys() ?? []), ...(next?.keys() ?? [])])
  const ofFields = [...fields].flatMap((field) => {
    const [from = '', to = ''] = [old?.get(field), next?.get(field)]
    return from === to ? [] : [{ field, before: from, after: to }]
  })
  return [...ofFields, ...(await callChanges(before.calls, after.calls))].map(({ field, before: from, after: to }) => ({
    field,
    before: shortened(from),
    after: shortened(to),
  }))
}

function* leavesOf(value: unknown, path: string): Generator<[string, string], void> {
  if (isMembers(value)) {
    for (const [name, member] of Object.entries(value)) yield* leavesOf(member, path === '' ? name : `${path}.${name}`)
  } else yield [path, Array.isArray(value) ? value.map(itemText).join('\n') : String(value)]
}

function itemText(item: unknown): string {
  if (typeof item === 'string') return item
  if (isMembers(item) && 'name' in item && 'value' in item) return `${String(item['name'])}: ${String(item['value'])}`
  const accepted = acceptedFindingSchema.safeParse(item)
  return accepted.success ? acceptedLine(accepted.data) : canonicalJson(item).trim()
}

const most = 500

const shortened = (text: string) =>
  text.length > most ? `${text.slice(0, most)}… (${text.length.toLocaleString('en-US')} characters)` : text
