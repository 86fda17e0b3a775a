import { followsRedirects } from '../../wording/import/labels.ts'
import type { ApiRequest } from '../../contract/api-call.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { ImportItem } from '../../contract/sharing.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { isMembers } from '../json/json-members.ts'

/** What an environment is about, for a comparison. */
export interface Compared {
  value: EnvironmentInput
  calls: readonly ApiRequest[]
}

export type Changes = ImportItem['changes']

/** Every field that differs, by its path, as text for people. */
export function changesBetween(before: Compared, after: Compared): Changes {
  const [old, next] = [before, after].map(textsOf)
  const fields = new Set([...(old?.keys() ?? []), ...(next?.keys() ?? [])])
  return [...fields].flatMap((field) => {
    const [from = '', to = ''] = [old?.get(field), next?.get(field)]
    return from === to ? [] : [{ field, before: shortened(from), after: shortened(to) }]
  })
}

function textsOf({ value, calls }: Compared): Map<string, string> {
  const texts = new Map(leavesOf(value, ''))
  const lines = calls.map(
    ({ method, url, followRedirects, body }) =>
      `${method} ${url}${followRedirects ? followsRedirects : ''}${body.kind === 'none' ? '' : ` ${canonicalJson(body).trim()}`}`,
  )
  return texts.set('apiCalls', lines.join('\n'))
}

function* leavesOf(value: unknown, path: string): Generator<[string, string], void> {
  if (isMembers(value)) {
    for (const [name, member] of Object.entries(value)) yield* leavesOf(member, path === '' ? name : `${path}.${name}`)
  } else yield [path, Array.isArray(value) ? value.map(itemText).join('\n') : String(value)]
}

function itemText(item: unknown): string {
  if (typeof item === 'string') return item
  if (isMembers(item) && 'name' in item && 'value' in item) return `${String(item['name'])}: ${String(item['value'])}`
  return canonicalJson(item).trim()
}

const most = 500

const shortened = (text: string) =>
  text.length > most ? `${text.slice(0, most)}… (${text.length.toLocaleString('en-US')} characters)` : text
