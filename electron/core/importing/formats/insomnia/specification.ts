import { memberNamed } from '../../../json/json-members.ts'
import type { ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { parseFile } from '../../drafts/parse-file.ts'
import { openapiImporter } from '../openapi/openapi.ts'
import type { Other } from './workspace.ts'

/** Specifications of APIs that are inside of an export, as those in files of their own are read. */
export function specificationsOf(others: readonly Other[]): ImportDraft[] {
  const files = others.filter(({ kind }) => kind === 'api_spec').flatMap(fileOf)
  return files.flatMap((file) => {
    const claimed = openapiImporter.claim([file])
    return claimed.length === 0 ? [] : openapiImporter.read(claimed)
  })
}

/** Since version 5 it is part of the file; before, a text, whose places are all where the text is. */
function fileOf({ members, at }: Other): ParsedFile[] {
  const contents = memberNamed(members, 'contents')
  const place = at('contents')
  if (typeof contents === 'string')
    return contents.trim() === ''
      ? []
      : [{ ...parseFile({ path: place.file, text: contents }), at: () => place, atLine: () => place }]
  return [
    {
      path: place.file,
      text: '',
      value: contents,
      syntax: 'yaml',
      faultLine: null,
      numberAt: () => null,
      at: (...steps) => at('contents', ...steps),
      atLine: () => place,
    },
  ]
}
