import type { DraftCall, ImportDraft } from '../../../../../electron/core/importing/drafts/import-draft.ts'
import { parseFile } from '../../../../../electron/core/importing/drafts/parse-file.ts'
import { openapiImporter } from '../../../../../electron/core/importing/formats/openapi/openapi.ts'

/** Texts of files by their paths. */
export function readFiles(texts: Readonly<Record<string, string>>): readonly ImportDraft[] {
  const files = Object.entries(texts).map(([path, text]) => parseFile({ path, text }))
  const claimed = openapiImporter.claim(files)
  return claimed.length === 0 ? [] : openapiImporter.read(claimed)
}

/** The only draft of a description in YAML. */
export function readYaml(text: string): ImportDraft {
  const [draft] = readFiles({ 'api.yaml': text })
  if (draft === undefined) throw new Error('It was not claimed.')
  return draft
}

/** Of OpenAPI 3.1, with these members beside the version. */
export const readOpenapi = (members: object): ImportDraft => {
  const [draft] = readFiles({ 'api.json': JSON.stringify({ openapi: '3.1.0', ...members }) })
  if (draft === undefined) throw new Error('It was not claimed.')
  return draft
}

export function onlyCall({ calls }: ImportDraft): DraftCall {
  const [call] = calls
  if (call === undefined || calls.length !== 1) throw new Error(`${calls.length} calls`)
  return call
}

export const codesOf = ({ notes }: ImportDraft): string[] => notes.map(({ fact }) => fact.code)
