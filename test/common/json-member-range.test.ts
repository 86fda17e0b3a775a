import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memberRange } from '../../electron/common/json-member-range.ts'

const found = (json: string, wanted: string) => {
  const range = memberRange(json, wanted)
  return range === null ? null : json.slice(...range)
}

describe('the place of a member in a JSON text', () => {
  const json =
    '{ "error": "invalid", "errors": [ { "message": "a \\"b\\"" }, { "message": "c", "of": { "d/e": [1, 2] } } ] }'

  it.each([
    ['error', '"invalid"'],
    ['message', '"a \\"b\\""'],
    ['/errors/1/message', '"c"'],
    ['/errors/1/of/d~1e', '[1, 2]'],
    ['/errors/1/of/d~1e/1', '2'],
    ['/errors/1/of', '{ "d/e": [1, 2] }'],
    ['none', null],
    ['/errors/2', null],
  ])('%s is %s', (wanted, expected) => {
    expect(found(json, wanted)).toBe(expected)
  })

  it('is within any text, and of JSON the value of the member', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, name) => {
        const [from, to] = memberRange(text, name) ?? [0, 0]
        expect(0 <= from && from <= to && to <= text.length).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value, null, 2)
        for (const [name, member] of Object.entries(value)) {
          const shown = found(text, `/${name}`)
          expect(shown === null ? undefined : JSON.parse(shown)).toEqual(JSON.parse(JSON.stringify(member)))
        }
      }),
    )
  })
})
