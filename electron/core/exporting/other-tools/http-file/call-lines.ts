import type { ApiCall } from '../../../../contract/api-call.ts'
import { urlText } from '../../../../common/query-rows.ts'
import { httpFileComments } from '../../../../wording/http-file-comments.ts'
import type { ExportFact } from '../../../../contract/export-note.ts'
import type { ExportFile } from '../exporter.ts'
import { bodyLines } from './call-body.ts'

export interface CallLines {
  lines: readonly string[]
  files: readonly ExportFile[]
  facts: readonly ExportFact[]
}

/** A call as a request of the file; `stem` is how files of its body begin. */
export function callLines(call: ApiCall, stem: string, named: (text: string) => string): CallLines {
  const body = bodyLines(call, stem, named)
  const sent = call.headers.filter(({ enabled }) => enabled)
  const has = (name: string): boolean => sent.some((header) => header.name.toLowerCase() === name)
  const token = call.authorization === 'environment' && !has('authorization')
  const headers = [
    ...(body.contentType === '' || has('content-type') ? [] : [`Content-Type: ${body.contentType}`]),
    ...sent.map(({ name, value }) => `${name}: ${oneLine(named(value))}`),
    ...(token ? ['Authorization: Bearer {{access_token}}'] : []),
  ]
  return {
    lines: [
      `### ${oneLine(call.name || `${call.method} ${call.url}`)}`,
      ...(call.folder === '' ? [] : [comment(httpFileComments.folder(call.folder))]),
      ...(call.notes === '' ? [] : call.notes.split(/\r?\n/).map(comment)),
      ...(call.followRedirects ? [] : ['# @no-redirect']),
      `${call.method} ${addressOf(call, named)}`,
      ...headers,
      ...(body.lines.length === 0 ? [] : ['', ...body.lines]),
      '',
    ],
    files: body.files,
    facts: [
      ...switchedOff(call),
      ...body.toPlace.map((path): ExportFact => ({ code: 'file_to_place', evidence: { path } })),
    ],
  }
}

/** A comment that is no instruction to an editor. */
export const comment = (text: string): string => `# ${oneLine(text).replace(/^\s*@/, '- @')}`

export const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').trim()

const addressOf = ({ url, query }: ApiCall, named: (text: string) => string): string =>
  named(urlText({ url, query })).replace(/\s/g, encodeURIComponent)

function switchedOff({ query, headers, body, assertions }: ApiCall): ExportFact[] {
  const rows = body.kind === 'form' ? body.fields : body.kind === 'multipart' ? body.parts : []
  const count = [...query, ...headers, ...rows].filter(({ enabled }) => !enabled).length
  return [
    ...(count === 0 ? [] : [{ code: 'switched_off_not_kept' as const, evidence: { count } }]),
    ...(assertions.length === 0
      ? []
      : [{ code: 'assertions_not_kept' as const, evidence: { count: assertions.length } }]),
  ]
}
