import { readDotenv } from '../../../../common/client-settings/read-dotenv.ts'
import type { ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import type { Importer } from '../importer.ts'

/** Files of variables, `NAME=value` on each line. */
export const dotenvImporter: Importer = {
  claim: (files) => files.filter((file) => file.syntax === 'text' && readDotenv(file.text) !== undefined),
  read: (files) => files.flatMap(draftOf),
}

function draftOf(file: ParsedFile): ImportDraft[] {
  const read = readDotenv(file.text)
  if (read === undefined) return []
  const place = file.atLine(1)
  return [
    {
      format: 'dotenv',
      version: '',
      name: read.fields.name ?? '',
      clients: [{ name: read.fields.name ?? '', place, settings: read.fields, secrets: read.secrets }],
      calls: [],
      variables: [],
      variableSets: [],
      notes: read.notes.map(({ code, names }) => ({
        fact: { code: 'settings', evidence: { note: code, names } },
        place,
        call: '',
      })),
    },
  ]
}
