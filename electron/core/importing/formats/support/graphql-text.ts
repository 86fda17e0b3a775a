import { isMembers, memberNamed } from '../../../json/json-members.ts'
import { textOf, textOrJson } from './values.ts'

/**
 * `{ query, variables, operationName }` as the JSON that is sent; variables with `{{name}}` in them need not be JSON. Empty
 * without a query. @see https://graphql.github.io/graphql-over-http/
 */
export function graphqlText(value: unknown): string {
  if (!isMembers(value)) return textOf(value)
  const variables = textOrJson(memberNamed(value, 'variables')).trim()
  const operation = textOf(memberNamed(value, 'operationName'))
  const query = textOf(memberNamed(value, 'query'))
  if (query === '' && variables === '') return ''
  const members = [
    `"query": ${JSON.stringify(query)}`,
    ...(operation === '' ? [] : [`"operationName": ${JSON.stringify(operation)}`]),
    ...(variables === '' ? [] : [`"variables": ${variables}`]),
  ]
  return `{\n  ${members.join(',\n  ')}\n}`
}
