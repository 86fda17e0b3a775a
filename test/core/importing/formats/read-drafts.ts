import type { ImportDraft } from '../../../../electron/core/importing/drafts/import-draft.ts'
import { parseFile } from '../../../../electron/core/importing/drafts/parse-file.ts'
import { importers } from '../../../../electron/core/importing/formats/importers.ts'

/** What the importers say of these files, each of which goes to the first that knows it. */
export function draftsOf(files: Readonly<Record<string, string>>): ImportDraft[] {
  let left = Object.entries(files).map(([path, text]) => parseFile({ path, text }))
  return importers.flatMap(({ claim, read }) => {
    const claimed = claim(left)
    left = left.filter((file) => !claimed.includes(file))
    return claimed.length === 0 ? [] : read(claimed)
  })
}

/** The one draft of one file. */
export function draftOf(text: string, path = ''): ImportDraft {
  const [draft, ...others] = draftsOf({ [path]: text })
  if (draft === undefined || others.length > 0)
    throw new Error(`${others.length + (draft === undefined ? 0 : 1)} drafts`)
  return draft
}
