import { parse, stringify } from 'yaml'
import type { ImportFile } from '../../electron/core/importing/drafts/import-file.ts'
import type { ImportSeed } from './import-seeds.ts'

/** Gives whole numbers from 0 to below `most`, the same ones for the same start. @see mulberry32 */
export function numbersFrom(start: number): (most: number) => number {
  let state = start >>> 0
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most
  }
}
type Next = (most: number) => number

const pieces = [
  [
    '\u202E',
    '\u0000',
    '\uFEFF',
    '\r\n',
    '\r',
    '\n\n',
    '\t',
    '\u2028',
    '\uD800',
    '🙂',
    'é',
    '\u0001',
    '\uE0F0',
    '\uFFFF',
  ],
  ['9'.repeat(400), '1e999', '-0', '0x10', '12345678901234567890', 'NaN', 'null', 'true', '~'],
  ['__proto__', 'constructor', '"__proto__": {"a": 1},', 'toString', 'hasOwnProperty'],
  [
    '{{',
    '}}',
    '{{a}}',
    '{{ _.a }}',
    '<<a>>',
    '${A}',
    '$(',
    '`',
    '%A%',
    '{% uuid %}',
    '${[ a ]}',
    '{{$guid}}',
    '{{{{a}}}}',
  ],
  [
    '"',
    "'",
    '\\',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '#',
    '&a ',
    '*a',
    '<<: *a',
    '|',
    '>',
    '!!js/function x',
    '---\n',
    '...',
  ],
  [
    '../../etc/passwd',
    'file:///etc/passwd',
    'https://u:p@h/',
    'http://',
    '$ref',
    '"$ref": "#/",',
    '###',
    '@',
    '< ./x',
    '<<EOF\n',
  ],
  ['-H', '-d @x', '|', '&&', ';', '(', ')', '^', '@{', '@"\n', '"@', 'x'.repeat(3000), '[['.repeat(60), '', ' '],
].flat()

function changedText(text: string, next: Next): string {
  const at = next(text.length + 1)
  const end = Math.min(text.length, at + 1 + next(next(3) === 0 ? 200 : 12))
  const block = text.slice(at, end)
  switch (next(8)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + text.slice(end)
    case 2:
      return text.slice(0, end) + block + text.slice(end)
    case 3: {
      const other = next(text.length + 1)
      return other < end
        ? block + text.slice(0, at) + text.slice(end)
        : text.slice(0, at) + text.slice(end, other) + block + text.slice(other)
    }
    case 4:
      return text.slice(0, at) + String.fromCharCode((text.charCodeAt(at) || 32) ^ (1 << next(8))) + text.slice(at + 1)
    case 5:
      return text.replaceAll('\n', next(2) === 0 ? '\r\n' : '\r')
    default:
      return text.slice(0, at) + (pieces[next(pieces.length)] ?? '') + text.slice(next(2) === 0 ? at : end)
  }
}

const odd = (next: Next): unknown =>
  [
    null,
    true,
    0,
    -1.5,
    1e300,
    '',
    ' ',
    'text',
    '{{a}}',
    '{{',
    '\u202Ex',
    [],
    [null],
    {},
    [[{}]],
    'constructor',
    'x'.repeat(20_000),
    nested(next(120)),
  ][next(18)]

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { item: value, items: 1 }
  return value
}

/** The value with one place in it changed. */
function changedValue(value: unknown, next: Next): unknown {
  if (next(5) === 0) return odd(next)
  if (Array.isArray(value)) {
    if (value.length === 0) return odd(next)
    const index = next(value.length)
    const kind = next(8)
    if (kind === 0) return [...value, value[index]]
    if (kind === 1) return value.toSpliced(index, 1)
    if (kind === 2) return value.toReversed()
    return value.with(index, changedValue(value[index], next))
  }
  if (typeof value !== 'object' || value === null) return odd(next)
  const entries = Object.entries(value)
  const chosen = entries[next(entries.length || 1)]
  if (chosen === undefined) return odd(next)
  const [name, member] = chosen
  const others = entries.filter((entry) => entry !== chosen)
  const made = (...more: [string, unknown][]) => Object.fromEntries([...others, ...more])
  switch (next(9)) {
    case 0:
      return made()
    case 1:
      return made([`${name}x`, member])
    case 2:
      return made([name.toUpperCase(), member], [name, odd(next)])
    case 3:
      return made([name, [member, member]])
    case 4:
      return made(['__proto__', member], [name, member])
    default:
      return made([name, changedValue(member, next)])
  }
}

function changedStructure(file: ImportFile, next: Next): string {
  const isYaml = /\.ya?ml$/.test(file.path)
  try {
    let value: unknown = isYaml ? parse(file.text, { logLevel: 'silent' }) : JSON.parse(file.text)
    for (let change = next(3); change >= 0; change--) value = changedValue(value, next)
    const text = isYaml ? stringify(value) : JSON.stringify(value, null, next(2) * 2)
    // A member that is there twice, which no value has.
    return next(6) === 0 ? text.replace(/("[\w-]{1,40}": ?)("[^"\\]{0,40}"|\d+),/, '$1null,$1$2,') : text
  } catch {
    return changedText(file.text, next)
  }
}

/** Files of a seed with something changed, and with what is of another seed among them. */
export function mutated({ files }: ImportSeed, other: ImportSeed, next: Next): ImportFile[] {
  const index = next(files.length)
  const changed = files.map((file, at): ImportFile => {
    if (at !== index && next(4) !== 0) return file
    if (next(2) === 0) return { path: file.path, text: changedStructure(file, next) }
    let { text } = file
    for (let change = next(4); change >= 0; change--) text = changedText(text, next)
    return { path: file.path, text }
  })
  switch (next(12)) {
    case 0: {
      const [one] = other.files
      const half = one?.text.slice(next(one.text.length + 1)) ?? ''
      return changed.map(({ path, text }, at) => ({
        path,
        text: at === index ? text.slice(0, next(text.length + 1)) + half : text,
      }))
    }
    case 1:
      return [...changed, ...other.files.map(({ path, text }) => ({ path: `other/${path}`, text }))]
    case 2:
      return changed.map(({ path, text }, at) => ({
        // What is pasted has no name, and comes alone.
        path:
          at === index
            ? (['x.txt', 'x.yaml', 'x.json', '.env', 'x.sh', changed.length > 1 ? 'x' : ''][next(6)] ?? '')
            : path,
        text,
      }))
    case 3:
      return changed.length > 1 ? changed.toSpliced(index, 1) : changed
    default:
      return changed
  }
}
