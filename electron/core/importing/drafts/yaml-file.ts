import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { mostImported } from '../../../vocabulary/import-formats.ts'
import { ImportRefused } from './import-refused.ts'

type Path = readonly (string | number)[]

/** A YAML text that was read, with the lines of its values. */
export interface YamlFile {
  value: unknown
  /** The line, counted from 1, of what is nearest to this place. */
  lineOf: (path: Path) => number
  /** A number at this place as it is written; null where there is none. */
  numberAt: (path: Path) => string | null
}

/** Times that one part of a text may be repeated by aliases, those within one another multiplied. */
const mostRepeated = 1000
/** Aliases of a text: the library looks through all of it for each. */
const mostAliases = 5000

/**
 * One document of YAML 1.2 with merge keys; where it is no YAML, the line of its first fault. Tags that are not known are passed over.
 *
 * @throws {ImportRefused} where it is nested too deep, or repeats itself too often
 */
export function readYaml(text: string): YamlFile | { faultLine: number } {
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      merge: true,
      prettyErrors: false,
      logLevel: 'error',
    })
    const [error] = document.errors
    if (error?.code === 'RESOURCE_EXHAUSTION') throw tooDeep()
    if (error !== undefined) return { faultLine: lines.linePos(error.pos[0]).line }
    const index = indexOf(document.contents)
    if (index.fault !== null) return { faultLine: lines.linePos(index.fault.range?.[0] ?? 0).line }
    if (index.aliases > mostAliases || index.isEndless) throw repeatsItself()
    const placeOf = (path: Path) => placeIn(document.contents, path, index)
    return {
      value: document.toJS({ maxAliasCount: mostRepeated }),
      lineOf: (path) => lines.linePos(placeOf(path).start).line,
      numberAt: (path) => {
        const { node, whole } = placeOf(path)
        return whole && isScalar(node) && typeof node.value === 'number' ? (node.source ?? null) : null
      },
    }
  } catch (error) {
    // Of the stack, and of aliases that repeat too much.
    if (error instanceof RangeError) throw tooDeep()
    if (error instanceof ReferenceError) throw repeatsItself()
    throw error
  }
}

const repeatsItself = () => new ImportRefused({ code: 'repeats_itself', evidence: {} })
const tooDeep = () => new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })

interface Named {
  key: Node
  value: Node | null
}

interface Index {
  members: ReadonlyMap<YAMLMap, ReadonlyMap<string, Named>>
  anchors: ReadonlyMap<string, Node>
  aliases: number
  /** Whether something is within itself. */
  isEndless: boolean
  /** A name that its map has already, a merge key with what is no map, or an alias of nothing. */
  fault: Node | null
}

/** One pass over all nodes: the library looks for each name among all others. */
function indexOf(contents: unknown): Index {
  const members = new Map<YAMLMap, Map<string, Named>>()
  const anchors = new Map<string, Node>()
  const aliases: Alias[] = []
  const merges: Named[] = []
  let fault: Node | null = null
  const waiting: unknown[] = [contents]
  while (waiting.length > 0 && fault === null) {
    const node = waiting.pop()
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) anchors.set(node.anchor, node)
    if (isAlias(node)) aliases.push(node)
    if (isSeq(node)) for (const item of node.items) waiting.push(item)
    if (!isMap(node)) continue
    const names = new Map<string, Named>()
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue
      const name = String(key.value)
      if (key.source === '<<' && key.type === 'PLAIN') merges.push({ key, value: isNode(value) ? value : null })
      else if (names.has(name)) fault ??= key
      names.set(name, { key, value: isNode(value) ? value : null })
      waiting.push(value)
    }
    members.set(node, names)
  }
  const meant = (node: unknown) => (isAlias(node) ? anchors.get(node.source) : node)
  const isMerged = (value: unknown) =>
    isMap(meant(value)) || (isSeq(value) && value.items.every((one) => isMap(meant(one))))
  return {
    members,
    anchors,
    aliases: aliases.length,
    isEndless: aliases.some((alias) => isWithin(alias, anchors.get(alias.source))),
    fault:
      fault ??
      aliases.find(({ source }) => !anchors.has(source)) ??
      merges.find(({ value }) => !isMerged(value))?.key ??
      null,
  }
}

/** Whether a node lies within another one of the text, or is it. */
function isWithin({ range }: Node, other: Node | undefined): boolean {
  const [at, start, end] = [range?.[0], other?.range?.[0], other?.range?.[2]]
  return at !== undefined && start !== undefined && end !== undefined && at >= start && at < end
}

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value) || isAlias(value)

/** As far as the steps lead: what a merge key brings is at the map that has it. */
function placeIn(contents: Node | null, path: Path, { members, anchors }: Index) {
  let node: Node | null = contents
  let start = contents?.range?.[0] ?? 0
  for (const step of path) {
    if (isAlias(node)) node = anchors.get(node.source) ?? null
    if (isSeq(node)) {
      const item = node.items[Number(step)]
      if (!isNode(item)) return { node, start, whole: false }
      node = item
      start = item.range?.[0] ?? start
    } else {
      const member: Named | undefined = isMap(node) ? members.get(node)?.get(String(step)) : undefined
      if (member === undefined) return { node, start, whole: false }
      node = member.value
      start = member.key.range?.[0] ?? start
    }
  }
  return { node: isAlias(node) ? (anchors.get(node.source) ?? null) : node, start, whole: true }
}
