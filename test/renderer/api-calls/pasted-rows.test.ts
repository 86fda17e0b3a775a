import { expect, test } from 'vitest'
import { pastedRows } from '../../../renderer/features/api-calls/request/pasted-rows.ts'

test.each([
  [
    'a=1&b=2',
    [
      { name: 'a', value: '1' },
      { name: 'b', value: '2' },
    ],
  ],
  [
    '?a=1&flag',
    [
      { name: 'a', value: '1' },
      { name: 'flag', value: null },
    ],
  ],
  ['q=a=b', [{ name: 'q', value: 'a=b' }]],
  ['at=10:30', [{ name: 'at', value: '10:30' }]],
  ['Accept: text/html', [{ name: 'Accept', value: 'text/html' }]],
  [
    'Accept: text/html\r\nX-Trace=1\n\nX-Empty:\n',
    [
      { name: 'Accept', value: 'text/html' },
      { name: 'X-Trace', value: '1' },
      { name: 'X-Empty', value: '' },
    ],
  ],
  [
    ':authority: a.example\nVia: x',
    [
      { name: ':authority', value: 'a.example' },
      { name: 'Via', value: 'x' },
    ],
  ],
])('%j pasted into a name is rows', (text, rows) => {
  expect(pastedRows(text)).toEqual(rows)
})

test.each(['', 'status', 'X-Tenant', 'two words', 'https://a.example/x'])(
  '%j pasted into a name is that name',
  (text) => {
    expect(pastedRows(text)).toBeNull()
  },
)
