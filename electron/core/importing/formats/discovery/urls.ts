import { issuerOf } from '../../../../common/metadata-urls.ts'
import type { ImportNote } from '../../../../contract/import-note.ts'
import { httpUrlFault } from '../../../../vocabulary/url-rules.ts'
import type { DraftClient } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'

/** A URL with the line that it is in, counted from 1. */
interface UrlOfLine {
  url: string
  line: number
}

const mostLines = 50

/** The addresses of a text that has nothing else: one, or several where each is of metadata. */
export function urlsIn(text: string): UrlOfLine[] {
  if (text.length > 100_000) return []
  const lines = text
    .split('\n')
    .map((url, index): UrlOfLine => ({ url: withoutMarks(url), line: index + 1 }))
    .filter(({ url }) => url !== '')
  if (lines.length > mostLines || lines.some(({ url }) => httpUrlFault(url) !== null)) return []
  return lines.length === 1 || lines.every(({ url }) => isOfMetadata(url)) ? lines : []
}

/** As it is pasted from mails and documents: `<https://…>`, `"https://…"`. */
const withoutMarks = (text: string): string =>
  text
    .trim()
    .replace(/^[<"']/, '')
    .replace(/[>"']$/, '')

const isOfMetadata = (url: string): boolean =>
  /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?:[/?]|$)/i.test(url)

/** The address of a token endpoint is one by its last step; every other is taken for an issuer's. */
export function clientOfUrl({ url, line }: UrlOfLine, file: ParsedFile): { client: DraftClient; notes: ImportNote[] } {
  const place = file.atLine(line)
  const plain = url.split('?')[0] ?? url
  if (!isOfMetadata(url) && /\/(?:token|tokens|access_?token|token\.oauth2)$/i.test(plain))
    return { client: { name: '', place, settings: { token_endpoint: url }, secrets: {} }, notes: [] }
  const issuer = issuerOf(plain)
  return {
    client: { name: '', place, settings: { issuer }, secrets: {} },
    notes: [{ fact: { code: 'issuer_not_token_endpoint', evidence: { issuer } }, place, call: '' }],
  }
}
