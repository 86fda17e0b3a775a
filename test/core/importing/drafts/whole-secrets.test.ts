import { expect, test } from 'vitest'
import { withoutWholeSecrets } from '../../../../electron/core/importing/drafts/whole-secrets.ts'

const bodyOf = (text: string): string => {
  const instead = (value: string) => (value === 'shh' ? '{{secret}}' : null)
  const { body } = withoutWholeSecrets({ query: [], headers: [], body: { kind: 'json', text } }, instead)
  return body.kind === 'json' ? body.text : ''
}

test('a string of JSON that is a secret as a whole is replaced, wherever it is a value', () => {
  expect(bodyOf('{"a": "shh", "b": ["shh", {"c":"shh"}]}')).toBe(
    '{"a": "{{secret}}", "b": ["{{secret}}", {"c":"{{secret}}"}]}',
  )
})

test('names of members, parts of a string and empty strings stay', () => {
  const text = String.raw`{"shh" : "", "b": "shhh", "c": "\"shh\""}`
  expect(bodyOf(text)).toBe(text)
})

test('a string without an end takes nothing away, and what is before it is replaced', () => {
  expect(bodyOf(String.raw`{"a":"shh","b":"\"\"\"`)).toBe(String.raw`{"a":"{{secret}}","b":"\"\"\"`)
})
