import type { ImportFact } from '../../../../contract/import-note.ts'
import { callWithTexts, textsOf } from '../../drafts/draft-texts.ts'
import type { DraftCall } from '../../drafts/import-draft.ts'

/** New values that the tool makes for each request, such as `{{$guid}}` or `{{$randomInt}}`, each once. */
export function generatedIn(call: DraftCall): ImportFact[] {
  const texts = textsOf((write) => callWithTexts(call, write)).filter((text) => text.includes('{{$'))
  const found = texts.flatMap((text) => [...text.matchAll(/\{\{\$[^{}]{1,100}\}\}/g)].map(([whole]) => whole))
  return [...new Set(found)].slice(0, 50).map((text) => ({ code: 'generated_value', evidence: { text } }))
}
