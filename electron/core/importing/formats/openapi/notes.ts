import type { ImportFact, ImportNote } from '../../../../contract/import-note.ts'
import { type Part, placeOf } from './part.ts'

/** Gathers what should be known of a description; what is the same at the same place is said once. */
export interface Notes {
  add: (fact: ImportFact, at: Part, call?: string) => void
  all: () => readonly ImportNote[]
}

/** More notes of one description than this are not read by anyone. */
const mostNotes = 1000

export function gatherNotes(): Notes {
  const notes = new Map<string, ImportNote>()
  return {
    add: (fact, at, call = '') => {
      if (notes.size >= mostNotes) return
      const note = { fact, place: placeOf(at), call }
      notes.set(JSON.stringify([fact, note.place, call]), note)
    },
    all: () => [...notes.values()],
  }
}
