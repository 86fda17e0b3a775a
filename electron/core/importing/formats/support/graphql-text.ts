/**
 * A GraphQL request as the JSON that is sent. `variables` are JSON in which `{{name}}` may be anywhere. Empty without a query.
 *
 * @see https://graphql.github.io/graphql-over-http/
 */
export function graphqlText(query: string, variables: string, operationName = ''): string {
  const given = variables.trim()
  if (query === '' && given === '') return ''
  const members = [
    `"query": ${JSON.stringify(query)}`,
    ...(operationName.trim() === '' ? [] : [`"operationName": ${JSON.stringify(operationName)}`]),
    ...(given === '' ? [] : [`"variables": ${given}`]),
  ]
  return `{\n  ${members.join(',\n  ')}\n}`
}
