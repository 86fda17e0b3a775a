import { urlText, withSplitUrl } from '../../../../common/query-rows.ts'
import type { ApiBody, ApiCall, ApiHeader, ApiPart } from '../../../../contract/api-call.ts'
import type { ExportFact } from '../../../../contract/export-note.ts'
import { filesIn } from '../names.ts'
import { lostSettings } from '../without-place.ts'
import { bruFile, type BruLine, isWritable, pairsBlock, textBlock } from './bru-text.ts'
import { assertionLine } from './bruno-assertion.ts'

/** The file of a call, `order` counted from 1, and what has no place in it. */
export function callFile(call: ApiCall, name: string, order: number): { text: string; facts: ExportFact[] } {
  const { url, query } = withSplitUrl(call)
  const { mode, blocks, contentType } = bodyOf(call.body)
  const headers: readonly ApiHeader[] =
    contentType === '' || call.headers.some((header) => header.enabled && /^content-type$/i.test(header.name))
      ? call.headers
      : [...call.headers, { name: 'Content-Type', value: contentType, enabled: true }]
  const lines = call.assertions.map(assertionLine)
  const lost = lines.filter((line) => line === null).length
  return {
    text: bruFile(
      pairsBlock('meta', [
        { name: 'name', value: name },
        { name: 'type', value: 'http' },
        { name: 'seq', value: String(order) },
      ]),
      pairsBlock(call.method.toLowerCase(), [
        { name: 'url', value: urlText({ url, query }) },
        { name: 'body', value: mode },
        { name: 'auth', value: call.authorization === 'environment' ? 'inherit' : 'none' },
      ]),
      pairsBlock(
        'params:query',
        query.map(({ name, value, enabled }) => ({ name, value: value ?? '', enabled })),
      ),
      pairsBlock('headers', headers),
      ...blocks,
      pairsBlock(
        'assert',
        lines.filter((line) => line !== null),
      ),
      pairsBlock('settings', [
        // Sent as it is written.
        { name: 'encodeUrl', value: 'false' },
        { name: 'followRedirects', value: String(call.followRedirects) },
        { name: 'timeout', value: '0' },
      ]),
      textBlock('docs', call.notes),
    ),
    facts: [
      ...(lost === 0 ? [] : [{ code: 'assertions_not_kept', evidence: { count: lost } } as const]),
      ...lostSettings({
        query: !query.every(({ name, value }) => isWritable({ name, value: value ?? '' })),
        headers: !headers.every(isWritable),
        body: !linesOf(call.body).every(isWritable),
        scope: call.scope !== '',
        renewOn401: call.renewOn401,
        'body.contentType': call.body.kind === 'text' && call.body.contentType === '',
      }),
      ...filesIn(call.body).map((path) => ({ code: 'file_to_place', evidence: { path } }) as const),
    ],
  }
}

function linesOf(body: ApiBody): readonly BruLine[] {
  if (body.kind === 'form') return body.fields
  return body.kind === 'multipart' ? body.parts.map(partLine) : []
}

interface Body {
  mode: string
  blocks: readonly string[]
  /** What a header has to say of it. */
  contentType: string
}

const textModes = new Map([
  ['text/plain', 'text'],
  ['application/xml', 'xml'],
  ['application/sparql-query', 'sparql'],
])

function bodyOf(body: ApiBody): Body {
  switch (body.kind) {
    case 'none':
      return { mode: 'none', blocks: [], contentType: '' }
    case 'json':
      return { mode: 'json', blocks: [textBlock('body:json', body.text)], contentType: '' }
    case 'text': {
      const known = textModes.get(body.contentType)
      const mode = known ?? 'text'
      return {
        mode,
        blocks: [textBlock(`body:${mode}`, body.text)],
        contentType: known === undefined ? body.contentType : '',
      }
    }
    case 'form':
      return { mode: 'formUrlEncoded', blocks: [pairsBlock('body:form-urlencoded', body.fields)], contentType: '' }
    case 'multipart':
      return {
        mode: 'multipartForm',
        blocks: [pairsBlock('body:multipart-form', body.parts.map(partLine))],
        contentType: '',
      }
    case 'file': {
      const file = { name: 'file', value: withType(`@file(${body.file.name})`, body.contentType) }
      return { mode: 'file', blocks: [pairsBlock('body:file', [file])], contentType: '' }
    }
  }
}

const partLine = (part: ApiPart): BruLine => ({
  name: part.name,
  value: withType(part.kind === 'file' ? `@file(${part.file.name})` : part.value, part.contentType),
  enabled: part.enabled,
})

const withType = (value: string, contentType: string): string =>
  contentType === '' ? value : `${value} @contentType(${contentType})`
