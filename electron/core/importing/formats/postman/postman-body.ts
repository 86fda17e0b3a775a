import type { ApiBody, ApiHeader, ApiPart } from '../../../../contract/api-call.ts'
import type { ImportFact } from '../../../../contract/import-note.ts'
import { queryRows } from '../../../../common/query-rows.ts'
import { decodeForm } from '../../../../common/client-settings/encodings.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import { type BodyWithHeaders, bodyOfText, withKind } from '../support/body-of-text.ts'
import { textNamed } from '../support/given.ts'
import { graphqlText } from '../support/graphql-text.ts'
import { fileNameOf, listOf, membersOf, textOf, textOrJson } from '../support/values.ts'
import { type Row, rowsOf } from './postman-values.ts'

export interface ReadBody extends BodyWithHeaders {
  facts: readonly ImportFact[]
}

/** The type that Postman sends for each language of a raw body. */
const typeOfLanguage: Readonly<Record<string, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html',
  javascript: 'application/javascript',
  text: 'text/plain',
}

/** `isTyped` says whether Postman adds a Content-Type where no header is one. */
export function readBody(value: unknown, headers: readonly ApiHeader[], isTyped: boolean): ReadBody {
  const none: ReadBody = { body: { kind: 'none' }, headers, facts: [] }
  if (typeof value === 'string') return { ...bodyOfText(value, headers, 'text/plain'), facts: [] }
  if (!isMembers(value) || memberNamed(value, 'disabled') === true) return none
  const mode = modeOf(value)
  const content = memberNamed(value, mode)
  switch (mode) {
    case 'raw':
      return { ...bodyOfText(textOrJson(content), headers, isTyped ? languageType(value) : ''), facts: [] }
    case 'urlencoded':
      return { ...withKind(formOf(content), headers), facts: [] }
    case 'formdata':
      return multipartOf(content, headers)
    case 'graphql':
      return { ...bodyOfText(graphqlOf(content), headers, 'application/json'), facts: [] }
    case 'file':
      return fileOf(content, headers)
    default:
      return mode === '' || mode === 'none' ? none : { ...none, facts: [notUsed(`body.${mode.slice(0, 100)}`)] }
  }
}

const graphqlOf = (value: unknown): string =>
  isMembers(value)
    ? graphqlText(
        textNamed(value, 'query'),
        textOrJson(memberNamed(value, 'variables')),
        textNamed(value, 'operationName'),
      )
    : textOf(value)

const modes = ['raw', 'urlencoded', 'formdata', 'graphql', 'file'] as const

function modeOf(body: Members): string {
  const mode = textOf(memberNamed(body, 'mode'))
  return mode === '' ? (modes.find((name) => Object.hasOwn(body, name)) ?? '') : mode
}

function languageType(body: Members): string {
  const raw = membersOf(memberNamed(membersOf(memberNamed(body, 'options')), 'raw'))
  return textOf(memberNamed(typeOfLanguage, textOf(memberNamed(raw, 'language')))) || 'text/plain'
}

function formOf(value: unknown): ApiBody {
  const fields =
    typeof value === 'string'
      ? queryRows(value).map((row) => ({
          name: decodeForm(row.name),
          value: decodeForm(row.value ?? ''),
          enabled: true,
        }))
      : rowsOf(value).map((row) => ({ name: row.key, value: textOrJson(row.value), enabled: row.enabled }))
  const named = fields.filter((field) => field.name !== '' || field.value !== '')
  return named.length === 0 ? { kind: 'none' } : { kind: 'form', fields: named }
}

function multipartOf(value: unknown, headers: readonly ApiHeader[]): ReadBody {
  const parts = rowsOf(value)
    .filter(({ key, members }) => key !== '' || isFile(members))
    .flatMap(partsOf)
  const facts = parts.flatMap((part) =>
    part.kind === 'file' && part.file.name !== '' ? [notRead(part.file.name)] : [],
  )
  return { ...withKind(parts.length === 0 ? { kind: 'none' } : { kind: 'multipart', parts }, headers), facts }
}

const isFile = (row: Members): boolean => memberNamed(row, 'type') === 'file' || Object.hasOwn(row, 'src')

/** A row with several files is a part for each. */
function partsOf({ key: name, value, enabled, members }: Row): ApiPart[] {
  const contentType = textOf(memberNamed(members, 'contentType'))
  if (!isFile(members)) return [{ kind: 'text', name, value: textOrJson(value), contentType, enabled }]
  const source = memberNamed(members, 'src')
  const paths = Array.isArray(source) && source.length > 0 ? listOf(source) : [source]
  return paths.map((path) => ({ kind: 'file', name, file: draftFile(path), contentType, enabled }))
}

const draftFile = (path: unknown) => ({ path: '', name: fileNameOf(textOf(path)) })

function fileOf(value: unknown, headers: readonly ApiHeader[]): ReadBody {
  const content = textOf(memberNamed(membersOf(value), 'content'))
  if (content !== '') return { ...bodyOfText(content, headers, 'text/plain'), facts: [] }
  const file = draftFile(typeof value === 'string' ? value : memberNamed(membersOf(value), 'src'))
  if (file.name === '') return { body: { kind: 'none' }, headers, facts: [] }
  const type = headers.find(({ name, enabled }) => enabled && name.toLowerCase() === 'content-type')?.value ?? ''
  return { ...withKind({ kind: 'file', file, contentType: type }, headers), facts: [notRead(file.name)] }
}

const notRead = (name: string): ImportFact => ({ code: 'file_not_read', evidence: { name } })
const notUsed = (name: string): ImportFact => ({ code: 'not_used', evidence: { name } })
