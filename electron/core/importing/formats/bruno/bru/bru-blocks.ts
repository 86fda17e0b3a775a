import { BruFault, type BruPair, type Lines, readNames, readPairs } from './bru-pairs.ts'

/** A part of a .bru file, by the name before its brace, such as `auth:oauth2`. */
export type BruBlock =
  | { kind: 'pairs'; name: string; line: number; pairs: readonly BruPair[] }
  | { kind: 'text'; name: string; line: number; text: string }

const ofText = /^(?:body|body:(?:json|text|xml|sparql|graphql|graphql:vars)|script:[\w-]+|tests|docs|example)$/

/** The blocks of a .bru file, in order. Time and memory are linear in its length. @throws {BruFault} */
export function readBru(text: string): BruBlock[] {
  const lines: Lines = { all: text.split(/\r?\n/), at: 0, block: 0, endless: false }
  const blocks: BruBlock[] = []
  while (lines.at < lines.all.length) {
    const line = lines.all[lines.at++] ?? ''
    if (line.trim() === '' || line.startsWith('color:')) continue
    const header = /^\s*([A-Za-z][\w:.-]*)[ \t]*([{[])(.*)$/.exec(line)
    if (header === null) throw new BruFault(lines.at)
    const [, name = '', brace, rest = ''] = header
    lines.block = lines.at
    const begin = { name, line: lines.at }
    if (brace === '[') blocks.push({ kind: 'pairs', ...begin, pairs: readNames(lines, rest) })
    else if (ofText.test(name)) blocks.push({ kind: 'text', ...begin, text: readText(lines, rest) })
    else blocks.push({ kind: 'pairs', ...begin, pairs: readPairs(lines, rest) })
  }
  return blocks
}

/** To the closing brace in the first column. Two blanks of each line are not of the text, nor are empty lines before it. */
function readText(lines: Lines, first: string): string {
  const texts = first.trim() === '' ? [] : [first]
  if (first.trim() === '}') return ''
  for (;;) {
    const line = lines.all[lines.at++]
    if (line === undefined) throw new BruFault(lines.block)
    if (line.startsWith('}')) return texts.join('\n')
    if (line !== '' || texts.length > 0) texts.push(line.startsWith('  ') ? line.slice(2) : line)
  }
}

/** The name of a request's first block by its method, or of other blocks that only such files have. */
export const isBru = (text: string): boolean =>
  /^[ \t]*(?:meta|headers|auth(?::[\w-]+)?|vars(?::[\w-]+)?|get|post|put|patch|delete|options|head|http|query|params:\w+|docs|script:[\w-]+)[ \t]*[{[][ \t]*$/m.test(
    text.slice(0, 2000),
  )
