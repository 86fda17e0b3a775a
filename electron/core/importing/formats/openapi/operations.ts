import { mostImported } from '../../../../vocabulary/import-formats.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import type { Description } from './description.ts'
import { itemsOf, memberOf, membersOf, type Part, textAt, textsAt } from './part.ts'

/** A method of a path. */
export interface Operation {
  method: string
  /** As the description has it, with `{id}`. */
  path: string
  pathItem: Part
  part: Part
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'])

/** All that a client can call, in the order of the description. @throws {ImportRefused} where there are too many */
export function operationsOf({ root, follow }: Description): Operation[] {
  const found: Operation[] = []
  for (const group of ['paths', 'x-ms-paths'])
    for (const [path, item] of membersOf(follow(memberOf(root, group)))) {
      if (!path.startsWith('/')) continue
      const pathItem = withOwn(follow(item), item)
      for (const [method, part] of [...membersOf(pathItem), ...membersOf(memberOf(pathItem, 'additionalOperations'))]) {
        if (!methods.has(method) && part.path.at(-2) !== 'additionalOperations') continue
        const operation = follow(part)
        if (typeof operation.value !== 'object' || operation.value === null) continue
        found.push({ method: method.toUpperCase(), path, pathItem, part: operation })
        if (found.length > mostImported.calls)
          throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
      }
    }
  return found
}

/** Beside its reference a path may have members, which win. */
function withOwn(target: Part, own: Part): Part {
  if (target === own || membersOf(own).length === 1) return target
  return {
    ...target,
    value: Object.fromEntries([...membersOf(target), ...membersOf(own)].map(([name, { value }]) => [name, value])),
  }
}

/** Requests that the other side makes: callbacks of these operations and webhooks. */
export function countOfCallbacks({ root }: Description, operations: readonly Operation[]): number {
  const callbacks = operations.map(({ part }) => membersOf(memberOf(part, 'callbacks')).length)
  return callbacks.reduce((sum, count) => sum + count, membersOf(memberOf(root, 'webhooks')).length)
}

/** What it is called by people. */
export const nameOf = ({ part, method, path }: Operation): string =>
  textAt(part, 'summary').trim() || textAt(part, 'operationId').trim() || `${method} ${path}`

/** Parents of tags, by the name of the tag (OpenAPI 3.2). */
export const tagParents = ({ root }: Description): ReadonlyMap<string, string> =>
  new Map(
    itemsOf(memberOf(root, 'tags')).flatMap((tag) => {
      const parent = textAt(tag, 'parent')
      return parent === '' ? [] : [[textAt(tag, 'name'), parent]]
    }),
  )

/** The first tag, below those that are its parents. */
export function foldersOf({ part }: Operation, parents: ReadonlyMap<string, string>): string[] {
  const [first] = textsAt(part, 'tags')
  if (first === undefined) return []
  const folders = [first]
  for (
    let above = parents.get(first);
    above !== undefined && !folders.includes(above) && folders.length < 10;
    above = parents.get(above)
  )
    folders.unshift(above)
  return folders
}
