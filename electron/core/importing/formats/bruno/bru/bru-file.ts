import type { ImportPlace } from '../../../../../contract/import-note.ts'
import type { ParsedFile } from '../../../drafts/import-file.ts'
import type { BruBlock } from './bru-blocks.ts'
import type { BruPair } from './bru-pairs.ts'

/** The blocks of one file, to be asked by name. */
export class BruFile {
  readonly #blocks: readonly BruBlock[]
  readonly #file: ParsedFile

  constructor(file: ParsedFile, blocks: readonly BruBlock[]) {
    this.#file = file
    this.#blocks = blocks
  }

  get names(): string[] {
    return this.#blocks.map(({ name }) => name)
  }

  has(...names: readonly string[]): boolean {
    return this.#blocks.some(({ name }) => names.includes(name))
  }

  pairs(...names: readonly string[]): BruPair[] {
    return this.pairsOf((name) => names.includes(name))
  }

  pairsOf(isMeant: (name: string) => boolean): BruPair[] {
    return this.#blocks.flatMap((block) => (block.kind === 'pairs' && isMeant(block.name) ? block.pairs : []))
  }

  /** The last of a name counts. */
  value(block: string, name: string): string {
    return this.pairs(block).findLast((pair) => pair.name === name)?.value ?? ''
  }

  text(name: string): string | null {
    const block = this.#blocks.findLast((block) => block.kind === 'text' && block.name === name)
    return block?.kind === 'text' ? block.text : null
  }

  /** Of the first of these names that has a block; of the file where there is none. */
  place(...names: readonly string[]): ImportPlace {
    const [line = 1] = names.flatMap((name) => this.#blocks.find((block) => block.name === name)?.line ?? [])
    return this.#file.atLine(line)
  }

  at(line: number): ImportPlace {
    return this.#file.atLine(line)
  }
}
