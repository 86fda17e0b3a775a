import { mostImported } from '../../../../vocabulary/import-formats.ts'
import { type Members, memberNamed } from '../../../json/json-members.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { entriesNamed, textNamed } from '../support/given.ts'
import { listOf, textOf } from '../support/values.ts'
import type { ItemPlace } from './postman-collection.ts'
import { authOfOld, eventsOfOld, itemOfOldRequest } from './postman-old-request.ts'

/** A collection of v1 as one of v2, with where each item was. */
export interface OldCollection {
  collection: Members
  placeOf: ReadonlyMap<unknown, ItemPlace>
}

interface Entry {
  entry: Members
  index: number
}

/**
 * v1 lists all requests and folders side by side; the collection and each folder name theirs in `order` and `folders_order`.
 * What none names comes last. Nothing is there twice, so that no folder is in itself. @throws {ImportRefused}
 */
export function fromOldCollection(old: Members, { file, steps }: ItemPlace): OldCollection {
  const placeOf = new Map<unknown, ItemPlace>()
  const requests = byId(entriesNamed(old, 'requests'))
  const folders = byId(entriesNamed(old, 'folders'))
  const nested = new Set(
    [...folders.values()].flatMap(({ entry }) => listOf(memberNamed(entry, 'folders_order')).map(textOf)),
  )

  const take = (ids: readonly unknown[], from: Map<string, Entry>): Entry[] =>
    ids.flatMap((id) => {
      const found = from.get(textOf(id))
      from.delete(textOf(id))
      return found === undefined ? [] : [found]
    })
  const requestItem = ({ entry, index }: Entry): Members => {
    const item = itemOfOldRequest(entry)
    placeOf.set(item, { file, steps: [...steps, 'requests', index] })
    return item
  }
  const folderItem = ({ entry, index }: Entry, depth: number): Members => {
    if (depth > mostImported.depth)
      throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
    const item: Members = {
      name: memberNamed(entry, 'name'),
      auth: authOfOld(entry),
      event: eventsOfOld(entry),
      variable: memberNamed(entry, 'variables'),
      item: itemsOf(entry, depth + 1),
    }
    placeOf.set(item, { file, steps: [...steps, 'folders', index] })
    return item
  }
  const itemsOf = (group: Members, depth: number): Members[] => [
    ...take(listOf(memberNamed(group, 'folders_order')), folders).map((folder) => folderItem(folder, depth)),
    ...take(listOf(memberNamed(group, 'order')), requests).map(requestItem),
  ]

  const ordered = itemsOf(old, 1)
  const outermost = take(
    [...folders.keys()].filter((id) => !nested.has(id)),
    folders,
  )
  const others = outermost.map((folder) => folderItem(folder, 1))
  const left = take([...folders.keys()], folders).map((folder) => folderItem(folder, 1))
  const collection: Members = {
    info: { name: textNamed(old, 'name'), schema: '/v1.0.0/' },
    auth: authOfOld(old),
    event: memberNamed(old, 'events'),
    variable: memberNamed(old, 'variables'),
    item: [...ordered, ...others, ...left, ...[...requests.values()].map(requestItem)],
  }
  return { collection, placeOf }
}

/** By id; those without one have a key that nothing names. */
const byId = (entries: readonly Entry[]): Map<string, Entry> =>
  new Map(entries.map((one) => [textNamed(one.entry, 'id') || ` ${one.index}`, one]))
