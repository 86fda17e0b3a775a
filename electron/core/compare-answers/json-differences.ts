import { type Node, parseTree } from 'jsonc-parser'
import { pointerStep } from '../../common/json-pointer.ts'
import type { JsonDifference } from '../../contract/answer-comparison.ts'
import { readJsonArray, readJsonObject } from '../json/json.ts'
import { exactNumber } from '../json/exact-number.ts'

interface Side {
  text: string
  node: Node
}

/** Characters of a value, and of where it is, that are shown. */
const longest = 2000

/**
 * Where two JSON texts differ in meaning: numbers by their value, members in any order, of one name the last, items by their
 * index. In the order of the left one; null when one of them is no object or array, or is nested too deeply.
 */
export function jsonDifferences(left: string, right: string): JsonDifference[] | null {
  if (!isContainer(left) || !isContainer(right)) return null
  const [leftNode, rightNode] = [parseTree(left), parseTree(right)]
  if (leftNode === undefined || rightNode === undefined) return null
  return [...differences('', { text: left, node: leftNode }, { text: right, node: rightNode })]
}

const isContainer = (text: string): boolean => readJsonObject(text).kind === 'object' || readJsonArray(text) !== null

function* differences(pointer: string, left: Side, right: Side): Generator<JsonDifference, void> {
  const members = { left: membersOf(left.node), right: membersOf(right.node) }
  if (left.node.type !== right.node.type || members.left === null || members.right === null) {
    if (!isSameLiteral(left, right)) yield { pointer, left: sourceOf(left), right: sourceOf(right) }
    return
  }
  for (const [name, node] of members.left) {
    const other = members.right.get(name)
    const at = within(pointer, name)
    if (other === undefined) yield { pointer: at, left: sourceOf({ ...left, node }), right: null }
    else yield* differences(at, { ...left, node }, { ...right, node: other })
  }
  for (const [name, node] of members.right) {
    if (!members.left.has(name))
      yield { pointer: within(pointer, name), left: null, right: sourceOf({ ...right, node }) }
  }
}

/** By name or index; null for a literal. */
function membersOf({ type, children = [] }: Node): Map<string, Node> | null {
  if (type === 'array') return new Map(children.map((child, index) => [String(index), child]))
  if (type !== 'object') return null
  return new Map(
    children.flatMap(({ children: [name, value] = [] }): [string, Node][] =>
      name === undefined || value === undefined ? [] : [[String(name.value), value]],
    ),
  )
}

function isSameLiteral(left: Side, right: Side): boolean {
  if (left.node.type !== right.node.type || left.node.type === 'object' || left.node.type === 'array') return false
  return left.node.type === 'number'
    ? exactNumber(whole(left)) === exactNumber(whole(right))
    : left.node.value === right.node.value
}

const whole = ({ text, node: { offset, length } }: Side): string => text.slice(offset, offset + length)

function sourceOf(side: Side): string {
  return cut(whole(side))
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** A place within another; what is too long to be shown is not made longer. */
const within = (pointer: string, name: string): string =>
  pointer.length > longest ? pointer : cut(`${pointer}/${pointerStep(name)}`)
