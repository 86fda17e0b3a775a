import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pieces, WrittenRequest } from '../../../electron/core/copy-as/pieces.ts'
import { writeProgram } from '../../../electron/core/copy-as/write-program.ts'

const run = promisify(execFile)
const nasty = `it's "q" $HOME \`id\` a:b=c@d;e :=x ==y =@z \\n c:\\dir\\ \\\\= é`

function written(changes: Partial<WrittenRequest>): string {
  const call = { method: 'POST', url: ['http://127.0.0.1/a'], headers: [], body: null, ...changes }
  return writeProgram('httpie', {
    notes: [],
    variables: [],
    token: null,
    call,
    followRedirects: false,
    curlNetwork: [],
  })
}

/** The arguments that a shell gives to `http`. */
async function argumentsOf(programs: readonly string[], variables: Record<string, string> = {}): Promise<string[][]> {
  const script = `http() { printf '%s\\0' "$@"; printf '\\0'; }\n${programs.join('\n')}`
  const { stdout } = await run('sh', ['-c', script], { env: { ...process.env, ...variables } })
  return stdout
    .split('\0\0')
    .slice(0, -1)
    .map((given) => given.split('\0'))
}

const separators = [':', ';', '=', '@', '==', ':=', '=@', ':@', ':=@', '==@']

/** A request item as HTTPie takes it apart. @see https://httpie.io/docs/cli/request-items, httpie/cli/argtypes.py */
function item(text: string): { name: string; separator: string; value: string } | null {
  const tokens: { text: string; isEscaped: boolean }[] = [{ text: '', isEscaped: false }]
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    const next = text[at + 1] ?? ''
    if (character === '\\' && next !== '' && ':;=@'.includes(next)) {
      tokens.push({ text: next, isEscaped: true }, { text: '', isEscaped: false })
      at += 1
    } else if (character === '\\') {
      tokens.push({ text: (tokens.pop()?.text ?? '') + character + next, isEscaped: false })
      at += 1
    } else tokens.push({ text: (tokens.pop()?.text ?? '') + character, isEscaped: false })
  }
  for (const [index, token] of tokens.entries()) {
    if (token.isEscaped) continue
    const at = token.text.search(/[:;=@]/)
    if (at === -1) continue
    const separator = separators.findLast((known) => token.text.startsWith(known, at)) ?? ''
    const before = tokens.slice(0, index).map((other) => other.text)
    const after = tokens.slice(index + 1).map((other) => other.text)
    return {
      name: [...before, token.text.slice(0, at)].join(''),
      separator,
      value: [token.text.slice(at + separator.length), ...after].join(''),
    }
  }
  return null
}

const itemsOf = (given: readonly string[] = []) =>
  given
    .slice(given.indexOf('http://127.0.0.1/a') + 1)
    .filter((text) => text !== '--')
    .map(item)

/** Of a form: a field of any texts, and one with a variable, for which HTTPie has to encode it. */
function form(name: string, ...value: Pieces): string {
  const encoded = (text: string) => new URLSearchParams([[text, '']]).toString().slice(0, -1)
  const text: Pieces = [
    `${encoded(name)}=`,
    ...value.map((piece) => (typeof piece === 'string' ? encoded(piece) : piece)),
    '&key=x',
    { variable: 'SECRET_KEY', as: 'form' },
  ]
  return written({ body: [{ text }] })
}

const hasOdd = (text: string): boolean => /(?<!\\)(?:\\\\)*\\[:;=@]/.test(text)

describe('HTTPie', () => {
  test('the parser here reads items as they are documented', () => {
    expect(item('X-Date:today')).toEqual({ name: 'X-Date', separator: ':', value: 'today' })
    expect(item('field\\:x=a\\=b')).toEqual({ name: 'field:x', separator: '=', value: 'a=b' })
    expect(item('a:=1')).toEqual({ name: 'a', separator: ':=', value: '1' })
    expect(item('q==1')).toEqual({ name: 'q', separator: '==', value: '1' })
    expect(item('a\\\\=b')).toEqual({ name: 'a\\\\', separator: '=', value: 'b' })
    expect(item('plain')).toBeNull()
  })

  test.each([nasty, '=x', ':x', '@/etc/passwd', ';', '-x', 'a\\', '\\\\=', ''])(
    'passes the header value %j',
    async (value) => {
      const [given] = await argumentsOf([written({ headers: [['X-Own', value === '' ? [] : [value]]] })])
      const [read] = itemsOf(given)
      expect({ ...read, value: read?.value.trim() }).toEqual({
        name: 'X-Own',
        separator: value === '' ? ';' : ':',
        value,
      })
    },
  )

  test.each([
    ['=x', '=x'],
    ['@a', '@/etc/passwd'],
    ['a:=b', ':=1'],
    ['-f', '-x'],
    ['a b;c', ';x'],
    [nasty.replaceAll('\\', '/'), nasty],
    ['two\\\\=', 'a\\b'],
    ['', ''],
  ])('passes the form field %j with the value %j', async (name, value) => {
    const [given] = await argumentsOf([form(name, value)], { SECRET_KEY: 'a&b=c' })
    expect(itemsOf(given).slice(1)).toEqual([
      { name, separator: '=', value },
      { name: 'key', separator: '=', value: 'xa&b=c' },
    ])
  })

  test('passes any field, or pipes the body where no item says it', async () => {
    const text = fc
      .array(fc.constantFrom(':', '=', '@', ';', '\\', 'a', ' ', "'", '-'), { maxLength: 6 })
      .map((all) => all.join(''))
    const fields = fc.sample(fc.tuple(text, text), { numRuns: 300, seed: 16 })
    const all = await argumentsOf(fields.map(([name, value]) => form(name, value).replaceAll(/^#.*\n/gm, '')))
    for (const [index, [name, value]] of fields.entries()) {
      const isPiped = hasOdd(`${name}=`) || hasOdd(value)
      const expected = isPiped ? [] : [{ name, separator: '=', value }]
      expect([name, value, itemsOf(all[index]).slice(1, isPiped ? 1 : 2)]).toEqual([name, value, expected])
      expect(all[index]?.includes('--form')).toBe(!isPiped)
    }
  })

  test('leaves out a header that no item says, and says so', async () => {
    const program = written({
      headers: [
        ['X-Own', ['a\\=b']],
        ['X-Other', ['a\\b']],
      ],
    })
    const [given] = await argumentsOf([program])
    expect(itemsOf(given).map((read) => read?.name)).not.toContain('X-Own')
    expect(itemsOf(given)).toContainEqual({ name: 'X-Other', separator: ':', value: ' a\\b' })
    expect(program).toContain('# Left out, because HTTPie')
  })
})
