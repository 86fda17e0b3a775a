import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indentedParts } from '../../electron/common/indent-json.ts'
import { prettyJson as printed } from '../../electron/common/pretty-json.ts'

const prettyJson = (source: string) => printed(source, 60)

/** The tokens of a JSON text: what is between them is white space only. */
function tokensOf(text: string): string[] {
  const tokens = []
  let at = 0
  while (at < text.length) {
    const [found = ''] = /^(?:"(?:[^"\\]|\\[^])*"|[^\s"])/.exec(text.slice(at)) ?? []
    if (found !== '') tokens.push(found)
    at += Math.max(1, found.length)
  }
  return tokens
}

const loose = fc.json({ maxDepth: 4 }).chain((json) =>
  fc.array(fc.constantFrom('', ' ', '\n', '\t  ', '\r\n'), { minLength: 1, maxLength: 5 }).map((spaces) =>
    tokensOf(json)
      .map((part, index, all) => part + (isPart(part, all[index + 1]) ? '' : (spaces[index % spaces.length] ?? '')))
      .join(''),
  ),
)
const isPart = (one: string, other = '') => /^[\w.+-]$/.test(one) && /^[\w.+-]$/.test(other)

test('printing changes white space between tokens only', () => {
  fc.assert(
    fc.property(loose, (source) => {
      expect(tokensOf(prettyJson(source))).toEqual(tokensOf(source))
    }),
  )
})

test('what is printed means the same', () => {
  fc.assert(
    fc.property(loose, (source) => {
      expect(JSON.parse(prettyJson(source))).toEqual(JSON.parse(source))
    }),
  )
})

test('printing twice changes nothing more', () => {
  fc.assert(
    fc.property(loose, (source) => {
      expect(prettyJson(prettyJson(source))).toBe(prettyJson(source))
    }),
  )
})

test('any text at all is printed without losing a character that is not white space', () => {
  const bare = (text: string) => text.replace(/\s/g, '')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(bare(prettyJson(text))).toBe(bare(text))
    }),
  )
})

test.each(['12345678901234567890', '-0', '1.10', '1E400', '"\\u00e9\\/é"', '{"a": 1, "a": 2}', '[]', '{}'])(
  '%s stays as it was sent',
  (source) => expect(prettyJson(source)).toBe(source),
)

test('what fits on a line stays on one, what does not is indented by two', () => {
  const scopes = '["api:read","api:write"]'
  expect(prettyJson(scopes)).toBe('["api:read", "api:write"]')
  expect(prettyJson(`{"realm_access":{"roles":${scopes}},"account":{"roles":["manage-account","view-profile"]}}`)).toBe(
    [
      '{',
      '  "realm_access": {"roles": ["api:read", "api:write"]},',
      '  "account": {"roles": ["manage-account", "view-profile"]}',
      '}',
    ].join('\n'),
  )
})

test('brackets within strings are text', () => {
  expect(prettyJson('["{[,:"]')).toBe('["{[,:"]')
})

test.each(['[', '{"a":', '[1,', '[[],', '{"a":[', ']', '{', ','])(
  'what is printed of many %s grows with the text and not with its square',
  (part) => {
    const source = part.repeat(20_000)
    const printed = prettyJson(source)
    expect(printed.length).toBeLessThan(10_000 + 6 * source.length)
    expect(printed.replace(/\s/g, '')).toBe(source)
  },
)

test('JSON that is indented in parts reads as if it was printed at once, with no line for two members', () => {
  fc.assert(
    fc.property(loose, fc.integer({ min: 1, max: 50 }), (source, size) => {
      expect([...indentedParts(source, size)].join('')).toBe(printed(source, 0))
    }),
  )
})

test.each(['', '"', '"\\\\"', '"\\"', '[', '}]', '{"a":"b\\', '[1 2]', '\uFEFF{}'])(
  'what is no JSON is indented to the end, though nobody should ask for it: %j',
  (source) => {
    expect([...indentedParts(source, 1)].join('').replaceAll(/[ \t\r\n]/g, '')).toBe(
      source.replaceAll(/[ \t\r\n]/g, ''),
    )
  },
)

test('hostile nesting does not become white space', () => {
  const source = '['.repeat(50_000)
  expect([...indentedParts(source, 1000)].join('').length).toBeLessThan(10 * source.length)
})
