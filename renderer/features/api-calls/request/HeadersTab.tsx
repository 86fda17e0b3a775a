import { mostApiHeaders } from '../../../../electron/vocabulary/api-request-rules.ts'
import { headerProblem } from './call-problems.ts'
import { RowList } from './rows/RowList.tsx'
import type { RowsSpec } from './rows/rows-spec.ts'
import { usualHeaders } from './usual-headers.ts'

const headers: RowsSpec = {
  path: 'headers',
  label: 'Headers',
  one: 'Header',
  most: mostApiHeaders,
  rowsOf: (values) => values.headers,
  withRows: (rows) => ({ headers: rows.map(({ name, value, enabled }) => ({ name, value: value ?? '', enabled })) }),
  problemOf: ({ name, value }) => headerProblem({ name, value: value ?? '' }),
  names: usualHeaders,
}

/** The headers that are sent beside those that the app sets. */
export function HeadersTab() {
  return <RowList spec={headers} />
}
