import type { ForeignImport } from './drafts/foreign-import.ts'
import type { ReadEnvironment } from './read-environments.ts'
import type { Piece, SentEnvironment } from './thread-messages.ts'

type Call = ReadEnvironment['calls'][number]

/** Of each in one piece: some 2 ms of the main thread. Calls count by their text as well: one may hold a body of a megabyte. */
const atOnce = { calls: 200, characters: 500_000, environments: 20, notes: 1000 }

/** What was read, in pieces. A call that several environments share is in them once. */
export function* piecesOf({ environments, notes, ...rest }: ForeignImport): Generator<Piece, void> {
  const places = new Map<Call, number>()
  for (const { calls } of environments) for (const call of calls) if (!places.has(call)) places.set(call, places.size)
  for (const calls of portions([...places.keys()], atOnce.calls, lengthOf)) yield { kind: 'calls', calls }
  const sent = environments.map(({ calls, ...environment }): SentEnvironment => ({
    environment,
    places: Uint32Array.from(calls, (call) => places.get(call) ?? 0),
  }))
  for (const some of portions(sent, atOnce.environments)) yield { kind: 'environments', environments: some }
  for (const some of portions(notes, atOnce.notes)) yield { kind: 'notes', notes: some }
  yield { kind: 'rest', rest }
}

function* portions<Item>(
  items: readonly Item[],
  most: number,
  lengthOfItem: (item: Item) => number = () => 0,
): Generator<Item[], void> {
  let portion: Item[] = []
  let length = 0
  for (const item of items) {
    portion.push(item)
    length += lengthOfItem(item)
    if (portion.length < most && length < atOnce.characters) continue
    yield portion
    portion = []
    length = 0
  }
  if (portion.length > 0) yield portion
}

/** Characters of what makes a call long. */
function lengthOf({ url, notes, body }: Call): number {
  return url.length + notes.length + ('text' in body ? body.text.length : 0)
}

/** Puts the pieces together again. */
export class PiecesTaken {
  readonly #calls: Call[] = []
  readonly #environments: ReadEnvironment[] = []
  readonly #notes: ForeignImport['notes'][number][] = []
  #rest: Omit<ForeignImport, 'environments' | 'notes'> | null = null

  take(piece: Piece): void {
    switch (piece.kind) {
      case 'calls':
        for (const call of piece.calls) this.#calls.push(call)
        return
      case 'environments':
        for (const { environment, places } of piece.environments) {
          const calls = Array.from(places).flatMap((place) => this.#calls[place] ?? [])
          this.#environments.push({ ...environment, calls })
        }
        return
      case 'notes':
        for (const note of piece.notes) this.#notes.push(note)
        return
      case 'rest':
        this.#rest = piece.rest
    }
  }

  /** Null before all of them came. */
  whole(): ForeignImport | null {
    return this.#rest === null ? null : { ...this.#rest, environments: this.#environments, notes: this.#notes }
  }
}
