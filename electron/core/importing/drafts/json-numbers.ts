import { type Node, parseTree } from 'jsonc-parser'

/** Numbers of a JSON text as they are written, by the path to them; the text is looked through once, when the first is asked for. */
export function jsonNumbers(text: string): (path: readonly (string | number)[]) => string | null {
  let root: Node | undefined
  const members = new Map<Node, ReadonlyMap<string, Node>>()
  const membersOf = (node: Node): ReadonlyMap<string, Node> => {
    const known = members.get(node)
    if (known !== undefined) return known
    const names = new Map<string, Node>()
    for (const { children: [key, value] = [] } of node.children ?? [])
      if (key !== undefined && value !== undefined) names.set(String(key.value), value)
    members.set(node, names)
    return names
  }
  return (path) => {
    root ??= treeOf(text)
    let node = root
    for (const step of path) {
      if (node === undefined) return null
      node = node.type === 'array' ? node.children?.[Number(step)] : membersOf(node).get(String(step))
    }
    return node?.type === 'number' ? text.slice(node.offset, node.offset + node.length) : null
  }
}

/** Of a text that is nested too deep for it, nothing. */
function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text)
  } catch {
    return undefined
  }
}
