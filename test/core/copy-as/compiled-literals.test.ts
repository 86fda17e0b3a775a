import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Program } from '../../../electron/core/copy-as/pieces.ts'
import { writeProgram } from '../../../electron/core/copy-as/write-program.ts'

/** Neither Go nor .NET is where tests run: their literals are read here by the rules of the languages. */
const nasty = `it's "q" \`id\` $HOME \${x} {0} %s \\n \\\\" \\u0041 \\ end\\ // /* */ é € 😀 \u{202e} \u2028 \0 \u0007 \t \r\n`

const program = (header: string, body: string): Program => ({
  notes: ['a\nb */ c'],
  variables: ['ACCESS_TOKEN', 'SECRET_KEY'],
  token: null,
  call: {
    method: 'POST',
    url: ['http://127.0.0.1/', { variable: 'SECRET_KEY', as: 'url' }, '?b=%41'],
    headers: [
      ['X-Own', [header]],
      ['Authorization', ['Bearer ', { variable: 'ACCESS_TOKEN', as: 'text' }]],
    ],
    body: [
      { text: [body, { variable: 'SECRET_KEY', as: 'json' }] },
      { bytes: Uint8Array.of(0, 255) },
      { file: 'a"\\b' },
    ],
  },
  followRedirects: false,
  curlNetwork: [],
})

const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', '"': '"' }

interface Language {
  /** Digits of each escape that names a number. */
  escapes: Readonly<Record<string, number>>
  raw: string | null
}

/** Go: https://go.dev/ref/spec#String_literals. C#: the standard, section 6.4.5.6, without verbatim and raw strings. */
const go: Language = { escapes: { x: 2, u: 4, U: 8 }, raw: '`' }
const csharp: Language = { escapes: { u: 4, U: 8 }, raw: null }

/** The strings of a source, in order, and the source with an empty string for each. Throws where a literal or a bracket is wrong. */
function read(source: string, { escapes, raw }: Language): { strings: string[]; rest: string } {
  const strings: string[] = []
  const closing: string[] = []
  let rest = ''
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] ?? ''
    if (source.startsWith('//', at)) {
      const end = source.indexOf('\n', at)
      at = (end === -1 ? source.length : end) - 1
    } else if (character === raw) {
      const end = source.indexOf(character, at + 1)
      if (end === -1) throw new Error('A raw string does not end.')
      at = end
      rest += '""'
    } else if (character === '"') {
      let text = ''
      for (at += 1; source[at] !== '"'; at += 1) {
        const inside = source[at]
        if (inside === undefined || /[\n\r\u0085\u2028\u2029]/.test(inside))
          throw new Error(`A string does not end: ${text}`)
        if (inside !== '\\') {
          text += inside
          continue
        }
        at += 1
        const kind = source[at] ?? ''
        const digits = escapes[kind]
        if (digits === undefined) {
          const plain = simple[kind]
          if (plain === undefined) throw new Error(`No escape: ${kind}`)
          text += plain
        } else {
          const number = source.slice(at + 1, at + 1 + digits)
          if (number.length !== digits || !/^[0-9a-fA-F]+$/.test(number)) throw new Error(`No number: ${number}`)
          const point = Number.parseInt(number, 16)
          if (raw !== null && point >= 0xd800 && point <= 0xdfff) throw new Error('Go takes no surrogate.')
          text += String.fromCodePoint(point)
          at += digits
        }
      }
      strings.push(text)
      rest += '""'
    } else {
      const pair = { '(': ')', '[': ']', '{': '}' }[character]
      if (pair !== undefined) closing.push(pair)
      if (')]}'.includes(character) && closing.pop() !== character) throw new Error(`${character} closes nothing.`)
      rest += character
    }
  }
  if (closing.length > 0) throw new Error('Something is not closed.')
  return { strings, rest }
}

describe.each([
  ['go', go],
  ['csharp', csharp],
] as const)('copied for %s', (target, language) => {
  test('every text is in one literal, to the letter, and every bracket closes', () => {
    const { strings, rest } = read(writeProgram(target, program('a\\"é', nasty)), language)
    expect(strings).toContain('a\\"é')
    expect(strings).toContain(nasty)
    expect(strings).toContain('a"\\b')
    expect(strings).toContain('?b=%41')
    expect(rest).not.toMatch(/[^\0-~]/)
  })

  test('so is any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (body, header) => {
          const { strings } = read(writeProgram(target, program(header, body)), language)
          expect(strings).toContain(body.toWellFormed())
          expect(strings).toContain(header)
        },
      ),
      { numRuns: 200, seed: 16 },
    )
  })

  test('half a character becomes U+FFFD, as it is sent', () => {
    expect(read(writeProgram(target, program('a', 'a\ud800b')), language).strings).toContain('a\ufffdb')
  })
})

test('Go imports what it uses, and nothing else, and uses every variable', () => {
  for (const scope of [program('a', 'b'), { ...program('a', 'b'), call: { ...program('a', 'b').call, body: null } }]) {
    const source = writeProgram('go', scope)
    const imported = [...source.matchAll(/^\t"([a-z/0-9]+)"$/gm)].map(([, path = '']) => path)
    const { rest } = read(source, go)
    for (const path of imported) expect(rest).toContain(`${path.split('/').at(-1) ?? ''}.`)
    const used = new Set([...rest.matchAll(/\b([a-z][a-z0-9]*)\.[A-Z]/g)].map(([, name = '']) => name))
    const local = new Set(['request', 'response', 'client', 'token'])
    expect([...used].filter((name) => !local.has(name) && !imported.some((path) => path.endsWith(name)))).toEqual([])
    for (const name of scope.variables) expect(rest.split(name).length).toBeGreaterThan(2)
  }
})
