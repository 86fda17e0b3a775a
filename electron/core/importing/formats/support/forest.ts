import { mostImported } from '../../../../vocabulary/import-formats.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'

/** What a list holds that names its parents by their ids. */
export interface Listed {
  id: string
  /** Empty for the outermost. */
  parentId: string
  /** Others can be in it. */
  isContainer: boolean
  /** Those with a smaller one come first; equal ones as they are listed. */
  order: number
}

export interface Grown<Item> {
  item: Item
  children: Grown<Item>[]
}

export interface Forest<Item> {
  roots: Grown<Item>[]
  /** Roots whose parent is not in the list. */
  orphans: Item[]
  /** Roots that would be in themselves. */
  loops: Item[]
  /** Containers whose id an earlier one has, which gets all that is in both. */
  twice: Item[]
}

/** Puts each item into its parent, in time linear in their number. @throws {ImportRefused} where they are nested too deep */
export function forestOf<Item extends Listed>(items: readonly Item[]): Forest<Item> {
  const containers = new Map<string, Grown<Item>>()
  const forest: Forest<Item> = { roots: [], orphans: [], loops: [], twice: [] }
  const grown = items.map((item) => ({ item, children: [] }))
  for (const node of grown) {
    if (!node.item.isContainer || node.item.id === '') continue
    if (containers.has(node.item.id)) forest.twice.push(node.item)
    else containers.set(node.item.id, node)
  }
  const parentOf = ({ item }: Grown<Item>) => containers.get(item.parentId)
  const cut = cutsOf(grown, parentOf)
  for (const node of grown) {
    const parent = parentOf(node)
    if (parent !== undefined && !cut.has(node)) {
      parent.children.push(node)
      continue
    }
    forest.roots.push(node)
    if (cut.has(node)) forest.loops.push(node.item)
    else if (node.item.parentId !== '') forest.orphans.push(node.item)
  }
  sortLevels(forest.roots)
  return forest
}

/** The nodes at which a loop of parents closes: one of each loop. */
function cutsOf<Node extends object>(nodes: readonly Node[], parentOf: (node: Node) => Node | undefined): Set<Node> {
  const cut = new Set<Node>()
  const done = new Set<Node>()
  for (const start of nodes) {
    const path = new Set<Node>()
    let node: Node | undefined = start
    while (node !== undefined && !done.has(node)) {
      if (path.has(node)) {
        cut.add(node)
        break
      }
      path.add(node)
      node = parentOf(node)
    }
    for (const passed of path) done.add(passed)
  }
  return cut
}

function sortLevels<Item extends Listed>(roots: Grown<Item>[]): void {
  let level = [roots]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostImported.depth + 1)
      throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
    for (const siblings of level) siblings.sort((one, other) => one.item.order - other.item.order)
    level = level.flatMap((siblings) => siblings.map(({ children }) => children).filter(({ length }) => length > 0))
  }
}
