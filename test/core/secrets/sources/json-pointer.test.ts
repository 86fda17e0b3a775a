import { expect, test } from 'vitest'
import { stringAt } from '../../../../electron/core/secrets/sources/json-pointer.ts'
import { problemSentence } from '../../../../electron/wording/problems.ts'

const path = '/run/secrets.json'

/** The document of RFC 6901 §5, its values made strings. */
const document: unknown = JSON.parse(
  '{"foo":["bar","baz"],"":"0","a/b":"1","c%d":"2","e^f":"3","g|h":"4","i\\\\j":"5","k\\"l":"6"," ":"7","m~n":"8"}',
)

test.each([
  ['/foo/0', 'bar'],
  ['/', '0'],
  ['/a~1b', '1'],
  ['/c%d', '2'],
  ['/e^f', '3'],
  ['/g|h', '4'],
  ['/i\\j', '5'],
  ['/k"l', '6'],
  ['/ ', '7'],
  ['/m~0n', '8'],
])('RFC 6901 §5: %s', (pointer, value) => {
  expect(stringAt(document, pointer, path)).toEqual({ ok: true, value })
})

test('"~01" is "~1", not "/"', () => {
  expect(stringAt({ '~1': 'tilde', '/': 'slash' }, '/~01', path)).toEqual({ ok: true, value: 'tilde' })
})

test.each([
  ['/oauth/secret', { oauth: { id: 'a' } }, 'at the JSON pointer /oauth/secret there is no "secret" in /oauth.'],
  ['/secret', {}, 'there is no "secret" at the top of it.'],
  ['/secret', 'text', 'there is no "secret" at the top of it.'],
  ['/a/length', { a: 'text' }, 'there is no "length" in /a.'],
  ['/a/length', { a: ['x'] }, 'there is no "length" in /a.'],
  ['/a/-', { a: ['x'] }, 'there is no "-" in /a.'],
  ['/a/01', { a: ['x', 'y'] }, 'there is no "01" in /a.'],
  ['/a/1', { a: ['x'] }, 'there is no "1" in /a.'],
  ['/a', { a: 12_345 }, 'there is a number, and a secret is a string.'],
  ['/a', { a: null }, 'there is null,'],
  ['/a', { a: true }, 'there is true or false,'],
  ['/a', { a: {} }, 'there is an object,'],
  ['/a', { a: [] }, 'there is an array,'],
  ['/__proto__/polluted', {}, 'there is no "__proto__" at the top of it.'],
  ['/constructor/name', {}, 'there is no "constructor" at the top of it.'],
])('%s of %j leads to no string', (pointer, value, problem) => {
  const reading = stringAt(value, pointer, path)
  expect(reading.ok ? '' : problemSentence(reading.problem)).toContain(problem)
})

test('a member that is called __proto__ is found', () => {
  expect(stringAt(JSON.parse('{"__proto__":{"constructor":"own"}}'), '/__proto__/constructor', path)).toMatchObject({
    value: 'own',
  })
})
