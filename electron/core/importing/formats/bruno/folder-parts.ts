import type { ImportPlace } from '../../../../contract/import-note.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { readBru } from './bru/bru-blocks.ts'
import { BruFile } from './bru/bru-file.ts'
import { environmentOf, kindOf, levelOf, orderOf, requestOf } from './bru/bru-files.ts'
import { BruFault } from './bru/bru-pairs.ts'
import type { BrunoEnvironment, BrunoLevel, BrunoRequest } from './bruno-collection.ts'
import * as oc from './opencollection/oc-collection.ts'
import { orderOf as ocOrderOf, requestOf as ocRequestOf, typeOf } from './opencollection/oc-request.ts'
import { textAt, valueAt } from './values.ts'

/** What one file of a folder is. */
export type FolderPart =
  | { kind: 'request'; request: BrunoRequest }
  | { kind: 'environment'; environment: BrunoEnvironment }
  /** Of the folder that it is in; `root` of the whole collection. */
  | { kind: 'level'; level: BrunoLevel; name: string; order: number; root: boolean }
  | { kind: 'damaged'; place: ImportPlace }
  | { kind: 'empty' }
  | { kind: 'other' }

export const nameOfFile = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.(?:bru|ya?ml|json)$/i, '')

export function partOf(file: ParsedFile): FolderPart {
  return /\.bru$/i.test(file.path) || file.syntax === 'text' ? bruPart(file) : yamlPart(file)
}

function bruPart(file: ParsedFile): FolderPart {
  const name = nameOfFile(file.path)
  try {
    const bru = new BruFile(file, readBru(file.text))
    if (bru.names.length === 0) return { kind: 'empty' }
    const kind = kindOf(bru)
    if (kind === 'request') return { kind, request: requestOf(bru, name) }
    if (kind === 'environment') return { kind, environment: environmentOf(bru, name) }
    const root = name === 'collection' || bru.value('meta', 'type') === 'collection'
    return { kind, level: levelOf(bru), name: bru.value('meta', 'name'), order: orderOf(bru), root }
  } catch (error) {
    if (error instanceof BruFault) return { kind: 'damaged', place: file.atLine(error.line) }
    throw error
  }
}

function yamlPart(file: ParsedFile): FolderPart {
  if (file.value === null) return { kind: 'empty' }
  if (file.value === undefined)
    return { kind: 'damaged', place: { file: file.path, line: file.faultLine, pointer: null } }
  const name = nameOfFile(file.path)
  const type = typeOf(file)
  if (type === 'folder' || name === 'folder')
    return {
      kind: 'level',
      level: oc.rootOf(file),
      name: textAt(file.value, 'info', 'name'),
      order: ocOrderOf(file.value),
      root: false,
    }
  if (type !== '') return { kind: 'request', request: ocRequestOf(file, name) }
  return Array.isArray(valueAt(file.value, 'variables'))
    ? { kind: 'environment', environment: oc.environmentOf(file, name) }
    : { kind: 'other' }
}
