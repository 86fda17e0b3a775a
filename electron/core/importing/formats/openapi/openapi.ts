import type { ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import type { Importer } from '../importer.ts'
import { descriptionOf, formatOf, looksLikeDescription } from './description.ts'
import { draftOf } from './draft.ts'
import { referredFiles } from './referred-files.ts'

/** Descriptions of APIs: OpenAPI 3 and Swagger 2, in JSON or YAML, with the files that they refer to. */
export const openapiImporter: Importer = {
  claim: (files) => {
    const descriptions = files.filter((file) => formatOf(file.value) !== null || isDamaged(file))
    return descriptions.length === 0 ? [] : [...descriptions, ...referredFiles(descriptions, files)]
  },
  read: (files) => {
    const damaged = files.filter(isDamaged)
    const drafts = files.flatMap((file) => {
      const description = descriptionOf(file, files)
      return description === null ? [] : [draftOf(description)]
    })
    const [first] = drafts
    const [broken] = damaged
    if (first === undefined && broken !== undefined) throw notReadable(broken)
    return first === undefined ? [] : [withDamaged(first, damaged), ...drafts.slice(1)]
  },
}

const isDamaged = (file: ParsedFile): boolean => file.faultLine !== null && looksLikeDescription(file.text)

const notReadable = ({ path, text, faultLine }: ParsedFile): ImportRefused =>
  new ImportRefused({
    code: 'text_invalid',
    evidence: {
      format: /swagger/.test(text.slice(0, 20_000)) ? 'swagger' : 'openapi',
      file: path,
      line: faultLine ?? 0,
    },
  })

const withDamaged = (draft: ImportDraft, damaged: readonly ParsedFile[]): ImportDraft => ({
  ...draft,
  notes: [
    ...draft.notes,
    ...damaged.map((file): ImportDraft['notes'][number] => ({
      fact: { code: 'file_damaged', evidence: { name: file.path } },
      place: file.atLine(file.faultLine ?? 1),
      call: '',
    })),
  ],
})
