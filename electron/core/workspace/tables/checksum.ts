import { hash } from 'node:crypto'
import type { SQLOutputValue } from 'node:sqlite'

export type Cell = SQLOutputValue
/** A row by the names of its columns. */
export type Row = Record<string, Cell>

/** 16 bytes over cells in a fixed order. Each goes in with its kind and length, so that no two rows look alike. */
export function checksumOf(cells: readonly (Cell | undefined)[]): Uint8Array {
  return hash('sha256', cells.map(textOf).join(''), 'buffer').subarray(0, 16)
}

export function isChecksum(stored: Cell | undefined, expected: Uint8Array): boolean {
  return stored instanceof Uint8Array && Buffer.compare(stored, expected) === 0
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '-'
  if (typeof cell === 'string') return `t${cell.length}:${cell}`
  if (cell instanceof Uint8Array)
    return `b${Buffer.from(cell.buffer, cell.byteOffset, cell.length).toString('base64')};`
  return `n${cell};`
}
