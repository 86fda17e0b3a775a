import { mostApiHeaders } from '../../../../vocabulary/api-request-rules.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import { mostVariables } from '../../../../vocabulary/variable-rules.ts'
import type { ApiHeader } from '../../../../contract/api-call.ts'
import type { DraftVariable } from '../../drafts/import-draft.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { effectiveAuth } from './bruno-authorization.ts'
import type { BrunoAuth, BrunoCollection, BrunoFolder, BrunoLevel, BrunoRequest } from './bruno-collection.ts'
import { withHeaders } from './bruno-request.ts'
import type { BrunoTexts } from './bruno-texts.ts'

/** A request with what is around it. */
export interface Found {
  request: BrunoRequest
  folders: readonly string[]
  auth: BrunoAuth | null
  headers: readonly ApiHeader[]
  /** Of folders; those of the collection hold for all of it. */
  variables: readonly DraftVariable[]
}

/** What is around the items of a folder. */
type Around = Pick<Found, 'folders' | 'headers' | 'variables'> & { levels: readonly BrunoLevel[] }

/**
 * In the order of Bruno: folders first, each by its number.
 *
 * @throws {ImportRefused} where there are too many
 */
export function requestsOf(
  { root, items }: BrunoCollection,
  texts: BrunoTexts,
): { requests: Found[]; levels: BrunoLevel[] } {
  const requests: Found[] = []
  const all: BrunoLevel[] = [root]
  const visit = (items: readonly (BrunoFolder | BrunoRequest)[], { levels, ...around }: Around) => {
    const ordered = items.toSorted((a, b) => a.order - b.order)
    for (const item of ordered)
      if (item.kind === 'folder') {
        all.push(item)
        visit(item.items, within({ levels, ...around }, item, texts))
      }
    for (const item of ordered)
      if (item.kind === 'request') requests.push({ request: item, ...around, auth: effectiveAuth(item.auth, levels) })
    if (requests.length > mostImported.calls)
      throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
  }
  const none: Around = { folders: [], headers: [], variables: [], levels: [] }
  visit(items, { ...within(none, root, texts), folders: [], variables: [] })
  return { requests, levels: all }
}

/** One more than a call can have, so that it is seen that there were more. */
function within(
  { folders, headers, variables, levels }: Around,
  level: BrunoLevel | BrunoFolder,
  texts: BrunoTexts,
): Around {
  const own = level.variables.map((variable) => texts.variable(variable))
  return {
    folders: 'name' in level ? [...folders, level.name] : folders,
    headers: withHeaders(headers, level, texts).slice(0, mostApiHeaders + 1),
    variables: [...variables, ...own].slice(0, mostVariables + 1),
    levels: [...levels, level],
  }
}
