import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colouredJson } from '../../../renderer/features/api-calls/request/json-editor/coloured-json.ts'

test('names, literals, punctuation and variables of JSON have their colours', () => {
  expect(
    colouredJson('{"a": {{id}}, "b": "x{{n}}", "c": null}').filter(({ text, look }) => look !== '' && text !== ':'),
  ).toEqual([
    { text: '{', look: 'quiet' },
    { text: '{{id}}', look: 'variable' },
    { text: ',', look: 'quiet' },
    { text: '"x', look: 'string' },
    { text: '{{n}}', look: 'variable' },
    { text: '"', look: 'string' },
    { text: ',', look: 'quiet' },
    { text: 'null', look: 'word' },
    { text: '}', look: 'quiet' },
  ])
})

test('the parts of any text are that text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), fc.stringMatching(/^[{}[\]",:a1\n ]{0,30}$/)), (text) => {
      expect(
        colouredJson(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
