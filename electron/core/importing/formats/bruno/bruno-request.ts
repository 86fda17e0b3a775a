import { splitUrl } from '../../../../common/query-rows.ts'
import type { ApiBody, ApiHeader, ApiPart, QueryParameter } from '../../../../contract/api-call.ts'
import type { DraftVariable } from '../../drafts/import-draft.ts'
import type { BrunoBody, BrunoLevel, BrunoPair, BrunoPart, BrunoRequest } from './bruno-collection.ts'
import { withInherited } from '../support/inherited-headers.ts'
import { graphqlText } from '../support/graphql-text.ts'
import { fileNameOf } from '../support/values.ts'
import { type BrunoTexts, ourPair } from './bruno-texts.ts'

/** With those of the folder around; the nearest of a name counts. */
export function withHeaders(around: readonly ApiHeader[], { headers }: BrunoLevel, texts: BrunoTexts): ApiHeader[] {
  const own = headers.filter(({ name }) => name !== '').map((header) => ourPair(texts, header))
  return withInherited(own, around)
}

export interface Address {
  url: string
  query: QueryParameter[]
  /** Parameters of the path with a value. */
  variables: DraftVariable[]
}

export function addressOf(request: BrunoRequest, texts: BrunoTexts): Address {
  const { url, query } = splitUrl(texts.ours(request.url.trim()))
  return { ...withPath(url, request.path, texts), query: rowsOf(query, request.query, texts) }
}

/** The query of the URL is what is sent; the list says besides what is switched off. */
function rowsOf(sent: readonly QueryParameter[], list: readonly BrunoPair[], texts: BrunoTexts): QueryParameter[] {
  let taken = 0
  const rows = list
    .map((pair) => ourPair(texts, pair))
    .map((pair): QueryParameter => (pair.enabled ? (sent[taken++] ?? pair) : pair))
  return [...rows, ...sent.slice(taken)]
}

/** `/orders/:id` has `{{id}}`, or what variables its value consists of; also within `Orders(:id)`. */
function withPath(url: string, path: readonly BrunoPair[], texts: BrunoTexts): Pick<Address, 'url' | 'variables'> {
  const values = new Map(path.map((pair) => [pair.name, texts.ours(pair.value).trim()]))
  const used = new Map<string, string>()
  const take = (whole: string, name: string): string => {
    const value = values.get(name)
    if (value === undefined) return whole
    if (value.includes('{{')) return value
    used.set(name, value)
    return `{{${name}}}`
  }
  const segments = url.split('/').map((segment) => {
    if (segment.startsWith(':')) return take(segment, segment.slice(1))
    return /^[\w.-]+\(.*\)$/.test(segment) ? segment.replaceAll(/:([A-Za-z_]\w*)/g, take) : segment
  })
  return {
    url: segments.join('/'),
    variables: [...used].flatMap(([name, value]) => (value === '' ? [] : [{ name, value, secret: false }])),
  }
}

const textTypes = { text: 'text/plain', xml: 'application/xml', sparql: 'application/sparql-query' }

/** With the names of the files that it takes. */
export function bodyOf(body: BrunoBody, texts: BrunoTexts): { body: ApiBody; files: readonly string[] } {
  switch (body.kind) {
    case 'none':
      return { body: { kind: 'none' }, files: [] }
    case 'text': {
      const text = texts.ours(body.text)
      if (body.type === 'json') return { body: { kind: 'json', text }, files: [] }
      return { body: { kind: 'text', text, contentType: textTypes[body.type] }, files: [] }
    }
    case 'graphql': {
      const text = graphqlText(texts.ours(body.query), texts.ours(body.variables).trim() || '{}')
      return { body: { kind: 'json', text }, files: [] }
    }
    case 'form':
      return { body: { kind: 'form', fields: body.fields.map((field) => ourPair(texts, field)) }, files: [] }
    case 'multipart': {
      const parts = body.parts.flatMap((part) => partsOf(part, texts))
      return {
        body: { kind: 'multipart', parts },
        files: parts.flatMap((part) => (part.kind === 'file' && part.file.name !== '' ? [part.file.name] : [])),
      }
    }
    case 'file': {
      const name = fileNameOf(body.path)
      return {
        body: { kind: 'file', file: { path: '', name }, contentType: texts.ours(body.contentType) },
        files: name === '' ? [] : [name],
      }
    }
  }
}

function partsOf(part: BrunoPart, texts: BrunoTexts): ApiPart[] {
  const { name, value, enabled } = ourPair(texts, part)
  const contentType = texts.ours(part.contentType)
  if (part.files === null) return [{ kind: 'text', name, value, contentType, enabled }]
  const files = part.files.length === 0 ? [''] : part.files
  return files.map((path) => ({ kind: 'file', name, file: { path: '', name: fileNameOf(path) }, contentType, enabled }))
}
