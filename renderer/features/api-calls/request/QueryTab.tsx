import {
  mostQueryParameters,
  queryNameRule,
  queryValueRule,
} from '../../../../electron/vocabulary/api-request-rules.ts'
import { problemOf } from '../../../../electron/vocabulary/text-rule.ts'
import { RowList } from './rows/RowList.tsx'
import type { RowsSpec } from './rows/rows-spec.ts'

const parameters: RowsSpec = {
  path: 'query',
  label: 'Query parameters',
  one: 'Parameter',
  most: mostQueryParameters,
  rowsOf: ({ query }) => query,
  withRows: (rows) => ({ query: [...rows] }),
  problemOf: ({ name, value }) => problemOf(queryNameRule, name) ?? problemOf(queryValueRule, value ?? ''),
  noteOf: ({ name, value }) =>
    name.includes('&') || value?.includes('&') === true ? '“&” begins another parameter; in a value it is %26' : null,
}

/** The query, parameter by parameter: the same that the URL shows. */
export function QueryTab() {
  return <RowList spec={parameters} />
}
