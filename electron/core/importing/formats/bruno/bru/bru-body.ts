import type { BrunoBody, BrunoPart } from '../bruno-collection.ts'
import type { BruFile } from './bru-file.ts'
import type { BruPair } from './bru-pairs.ts'
import { contentTypeOf, filesOf, plainPair } from './bru-parts.ts'

/** The body that a request has chosen by its mode. */
export function bodyOf(bru: BruFile, mode: string): BrunoBody {
  switch (mode) {
    case 'json':
      return { kind: 'text', type: 'json', text: bru.text('body:json') ?? bru.text('body') ?? '' }
    case 'text':
    case 'xml':
    case 'sparql':
      return { kind: 'text', type: mode, text: bru.text(`body:${mode}`) ?? '' }
    case 'graphql':
      return { kind: 'graphql', query: bru.text('body:graphql') ?? '', variables: bru.text('body:graphql:vars') ?? '' }
    case 'formUrlEncoded':
    case 'form-urlencoded':
      return { kind: 'form', fields: bru.pairs('body:form-urlencoded').map(plainPair) }
    case 'multipartForm':
    case 'multipart-form':
      return { kind: 'multipart', parts: bru.pairs('body:multipart-form').map(partOf) }
    case 'file': {
      const chosen = bru.pairs('body:file').find(({ enabled }) => enabled)
      const { value, contentType } = contentTypeOf(chosen?.value ?? '')
      return { kind: 'file', path: filesOf(value)?.[0] ?? value, contentType }
    }
    default:
      return { kind: 'none' }
  }
}

function partOf(pair: BruPair): BrunoPart {
  const { value, contentType } = contentTypeOf(pair.value)
  const files = filesOf(value)
  return Object.assign(plainPair(pair), { value: files === null ? value : '', files, contentType })
}
