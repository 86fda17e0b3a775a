import { expect, test } from 'vitest'
import { requestUrl } from '../../../electron/core/api-request/request-url.ts'

const row = (name: string, value: string | null, enabled = true) => ({ name, value, enabled })

test.each([
  ['https://a.example', [], 'https://a.example'],
  ['https://a.example/x?', [], 'https://a.example/x?'],
  ['https://a.example/x', [row('a', '1'), row('b', null), row('c', '')], 'https://a.example/x?a=1&b&c='],
  ['https://a.example/x?z=0', [row('a', '1')], 'https://a.example/x?z=0&a=1'],
  ['https://a.example/x?', [row('a', '1')], 'https://a.example/x?a=1'],
  ['https://a.example/x', [row('a', '1', false), row('', null), row('', '')], 'https://a.example/x'],
  [
    'https://a.example/x',
    [row('q', 'é €"<>#\t%zz%')],
    'https://a.example/x?q=%C3%A9%20%E2%82%AC%22%3C%3E%23%09%25zz%25',
  ],
  [
    'https://a.example/x',
    [row('q', "%20a+b:/?@!$'()*,;[]{}|^`~=")],
    "https://a.example/x?q=%20a+b:/?@!$'()*,;[]{}|^`~=",
  ],
  ['https://a.example/x?q=New York#1', [], 'https://a.example/x?q=New%20York%231'],
  ['https://a.example/New York/x', [], 'https://a.example/New%20York/x'],
  ['https://a.example/x', [row('q', '😀\ud800')], 'https://a.example/x?q=%F0%9F%98%80%EF%BF%BD'],
])('%s with %j is %s', (url, query, expected) => {
  expect(requestUrl({ url, query })).toEqual({ url: expected })
})

test.each([
  ['', 'not_absolute'],
  ['ftp://a.example', 'not_absolute'],
  ['https://a b.example/', 'with_spaces'],
  ['https://a.example/x\r\nHost: evil', 'with_spaces'],
  ['https://me:secret@a.example/', 'with_credentials'],
  ['https://a.example/x#part', 'with_fragment'],
  ['https://[::1', 'invalid'],
])('%j is refused as %s', (url, fault) => {
  expect(requestUrl({ url, query: [row('a', '1')] })).toMatchObject({ problem: { evidence: { fault } } })
})
