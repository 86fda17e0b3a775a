import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'

/** A text that is written in a program: a string, or a template with `{}` for what is put into it. */
export interface WrittenText {
  /** `electron/core/elapsed.ts:3`. */
  place: string
  text: string
  /** Whether it is the message of an error that is made on the spot. */
  isThrown: boolean
}

const root = path.join(import.meta.dirname, '../..')

/** Every text of these files, as a parser of the language finds them; types and imports hold none. */
export const textsIn = (glob: string): WrittenText[] =>
  globSync(glob, { cwd: root }).flatMap((file) =>
    textsOf(file.replaceAll(path.sep, '/'), readFileSync(path.join(root, file), 'utf8')),
  )

export function textsOf(file: string, source: string): WrittenText[] {
  const { program, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
  const found: WrittenText[] = []
  const thrown: [start: number, end: number][] = []
  const add = ({ start }: { start: number }, text: string) =>
    found.push({
      place: `${file}:${source.slice(0, start).split('\n').length}`,
      text,
      isThrown: thrown.some(([from, to]) => from <= start && start < to),
    })
  new Visitor({
    ThrowStatement: ({ start, end }) => void thrown.push([start, end]),
    Literal: (node) => {
      if (typeof node.value === 'string') add(node, node.value)
    },
    TemplateLiteral: (node: ESTree.TemplateLiteral) => {
      add(node, node.quasis.map(({ value }) => value.cooked ?? value.raw).join('{}'))
    },
  }).visit(program)
  return found
}
