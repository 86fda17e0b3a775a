import { urlText } from '../../../../electron/common/query-rows.ts'
import type { ApiBody } from '../../../../electron/contract/api-call.ts'
import {
  apiHeaderNameRule,
  apiHeaderValueRule,
  apiUrlRule,
  bodyRule,
  callFolderRule,
  callNameRule,
  contentTypeRule,
  formNameRule,
  formValueRule,
  queryNameRule,
  queryValueRule,
} from '../../../../electron/vocabulary/api-request-rules.ts'
import { foldScope, notesRule, scopeRule } from '../../../../electron/vocabulary/environment-rules.ts'
import { problemOf } from '../../../../electron/vocabulary/text-rule.ts'
import type { Assertion } from '../../../../electron/contract/assertion.ts'
import {
  assertedStatusRule,
  assertedValueRule,
  jsonPointerRule,
  schemaRule,
} from '../../../../electron/vocabulary/assertion-rules.ts'
import type { CallValues } from './call-values.ts'

/** What is wrong with a field, by its path, in the order of the form. */
export type CallProblems = readonly (readonly [path: string, message: string])[]

type Found = readonly [path: string, message: string | null]

/** What keeps a call from being sent and saved. What is wrong with a row that is not sent counts as well: it is saved. */
export function callProblems(values: CallValues): CallProblems {
  const found: Found[] = [
    ['url', urlProblem(values)],
    ...values.query.flatMap(({ name, value }, index): Found[] => [
      [`query.${index}.name`, problemOf(queryNameRule, name)],
      [`query.${index}.value`, problemOf(queryValueRule, value ?? '')],
    ]),
    ...values.headers.flatMap((header, index): Found[] => [[`headers.${index}.name`, headerProblem(header)]]),
    ...bodyProblems(values.body),
    ['scope', problemOf(scopeRule, foldScope(values.scope))],
    ...values.assertions.flatMap(assertionProblems),
    ['name', problemOf(callNameRule, values.name)],
    ['folder', problemOf(callFolderRule, values.folder)],
    ['notes', problemOf(notesRule, values.notes)],
  ]
  return found.flatMap(([path, message]) => (message === null ? [] : [[path, message] as const]))
}

/** What is wrong with the URL and its query, as the box has them. */
export const urlProblem = (values: CallValues): string | null =>
  problemOf(apiUrlRule, values.url) ??
  (urlText(values).includes('#') ? 'Leave out the fragment (#…): it is not sent. Write "#" in a value as %23.' : null)

/** What is wrong with a header; null for a line that nobody filled in. */
export function headerProblem({ name, value }: { name: string; value: string }): string | null {
  if (name.trim() === '' && value === '') return null
  return problemOf(apiHeaderNameRule, name) ?? problemOf(apiHeaderValueRule, value)
}

function bodyProblems(body: ApiBody): Found[] {
  switch (body.kind) {
    case 'none':
      return []
    case 'json':
      return [['body.text', problemOf(bodyRule, body.text)]]
    case 'text':
      return [
        ['body.contentType', problemOf(contentTypeRule, body.contentType)],
        ['body.text', problemOf(bodyRule, body.text)],
      ]
    case 'form':
      return body.fields.flatMap(({ name, value }, index): Found[] => [
        [`body.fields.${index}.name`, problemOf(formNameRule, name)],
        [`body.fields.${index}.value`, problemOf(formValueRule, value)],
      ])
    case 'multipart':
      return body.parts.flatMap((part, index): Found[] => [
        [`body.parts.${index}.name`, problemOf(formNameRule, part.name)],
        [`body.parts.${index}.value`, part.kind === 'text' ? problemOf(formValueRule, part.value) : null],
        [`body.parts.${index}.contentType`, problemOf(contentTypeRule, part.contentType)],
      ])
    case 'file':
      return [['body.contentType', problemOf(contentTypeRule, body.contentType)]]
  }
}

export function assertionProblems(assertion: Assertion, index: number): Found[] {
  const at = `assertions.${index}`
  switch (assertion.kind) {
    case 'status':
      return [[`${at}.expected`, problemOf(assertedStatusRule, assertion.expected)]]
    case 'header':
      return [
        [`${at}.name`, problemOf(apiHeaderNameRule, assertion.name)],
        [`${at}.value`, problemOf(assertedValueRule, assertion.value)],
      ]
    case 'json':
    case 'claim':
      return [
        [`${at}.pointer`, problemOf(jsonPointerRule, assertion.pointer)],
        [`${at}.value`, problemOf(assertedValueRule, assertion.value)],
      ]
    case 'schema':
      return [
        [`${at}.pointer`, problemOf(jsonPointerRule, assertion.pointer)],
        [`${at}.schema`, problemOf(schemaRule, assertion.schema)],
      ]
  }
}
