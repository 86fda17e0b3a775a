import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'

/** A regular expression of the tree, and where it is. */
export interface Pattern {
  /** `electron/core/utc.ts:3`. */
  place: string
  source: string
  flags: string
}

interface Patterns {
  written: Pattern[]
  /** Places where one is put together while the program runs, so that no parser can read it. */
  built: string[]
}

const root = path.join(import.meta.dirname, '../..')

/** Every regular expression of these files, as a parser of the language finds them. */
export function patternsIn(glob: string): Patterns {
  const found: Patterns = { written: [], built: [] }
  for (const file of globSync(glob, { cwd: root })) read(file, readFileSync(path.join(root, file), 'utf8'), found)
  return found
}

function read(file: string, text: string, { written, built }: Patterns): void {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
  const placeOf = (start: number): string => `${file}:${text.slice(0, start).split('\n').length}`
  const constants = new Map<string, string>()
  const construction = ({
    callee,
    arguments: [source, flags],
    start,
  }: ESTree.NewExpression | ESTree.CallExpression) => {
    if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return
    const [sourceText, flagsText] = [textOf(source, constants), flags === undefined ? '' : textOf(flags, constants)]
    if (sourceText === null || flagsText === null) built.push(placeOf(start))
    else written.push({ place: placeOf(start), source: sourceText, flags: flagsText })
  }
  new Visitor({
    VariableDeclaration: ({ kind, declarations }) => {
      for (const { id, init } of kind === 'const' ? declarations : []) {
        const value = textOf(init ?? undefined, constants)
        if (id.type === 'Identifier' && value !== null) constants.set(id.name, value)
      }
    },
    Literal: (node) => {
      if (!('regex' in node)) return
      written.push({ place: placeOf(node.start), source: node.regex.pattern, flags: node.regex.flags })
    },
    NewExpression: construction,
    CallExpression: construction,
  }).visit(program)
}

/** What a text written in the program is, templates of such texts included; null for what is made while it runs. */
function textOf(node: ESTree.Argument | undefined, constants: ReadonlyMap<string, string>): string | null {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : null
    case 'Identifier':
      return constants.get(node.name) ?? null
    case 'TemplateLiteral':
      return joined(node, ({ value }) => value.cooked, constants)
    case 'TaggedTemplateExpression':
      return joined(node.quasi, ({ value }) => value.raw, constants)
    default:
      return null
  }
}

function joined(
  { quasis, expressions }: ESTree.TemplateLiteral,
  textOfPart: (part: ESTree.TemplateElement) => string | null,
  constants: ReadonlyMap<string, string>,
): string | null {
  const between = expressions.map((expression) => textOf(expression, constants))
  if (between.includes(null)) return null
  return quasis.map((part, index) => `${textOfPart(part) ?? ''}${between[index] ?? ''}`).join('')
}
