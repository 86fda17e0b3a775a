import { parseFile } from '../../electron/core/importing/drafts/parse-file.ts'
import type { ImportDraft } from '../../electron/core/importing/drafts/import-draft.ts'
import { brunoImporter } from '../../electron/core/importing/formats/bruno/bruno.ts'

/** What Bruno's files say, by their paths. */
export function readBruno(files: Readonly<Record<string, string>>): readonly ImportDraft[] {
  const parsed = Object.entries(files).map(([path, text]) => parseFile({ path, text }))
  return brunoImporter.read(brunoImporter.claim(parsed))
}
