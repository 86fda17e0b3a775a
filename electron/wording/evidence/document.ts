/**
 * A summary as data, before it is Markdown or HTML. Titles, labels and heads are the app's own words; every other text may come
 * from anywhere, and is shown as plain text no matter what is in it.
 */
export interface EvidenceDocument {
  title: string
  sections: readonly Section[]
}

export interface Section {
  title: string
  blocks: readonly Block[]
}

export type Block =
  /** The app's own words, as titles are. */
  | { kind: 'heading'; text: string }
  | { kind: 'prose'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'facts'; facts: readonly Fact[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'code'; text: string }
  /** Source text of JSON, which is shown with its white space put in order. */
  | { kind: 'json'; text: string }

export type Fact = readonly [label: string, value: string]

/** A section without the blocks that have nothing to say; nothing at all when none has. */
export function sectionOf(title: string, blocks: readonly (Block | null)[]): Section[] {
  const telling = blocks.filter((block): block is Block => block !== null && !isEmpty(block))
  return telling.length === 0 ? [] : [{ title, blocks: telling }]
}

/** Facts, without those that are null. */
export function factsOf(facts: readonly (readonly [label: string, value: string | null])[]): Block {
  return {
    kind: 'facts',
    facts: facts.flatMap(([label, value]): Fact[] => (value === null ? [] : [[label, value]])),
  }
}

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
    case 'prose':
    case 'code':
    case 'json':
      return block.text === ''
    case 'list':
      return block.items.length === 0
    case 'facts':
      return block.facts.length === 0
    case 'table':
      return block.rows.length === 0
  }
}

/** Puts every text that is not the app's own through `change`. */
export function withTexts(sections: readonly Section[], change: (text: string) => string): Section[] {
  return sections.map(({ title, blocks }) => ({ title, blocks: blocks.map((block) => withBlockTexts(block, change)) }))
}

function withBlockTexts(block: Block, change: (text: string) => string): Block {
  switch (block.kind) {
    case 'heading':
      return block
    case 'prose':
    case 'code':
    case 'json':
      return { ...block, text: change(block.text) }
    case 'list':
      return { ...block, items: block.items.map(change) }
    case 'facts':
      return { ...block, facts: block.facts.map(([label, value]): Fact => [label, change(value)]) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(change)) }
  }
}
