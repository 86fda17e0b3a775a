import type { ImportFact, ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import { textOf } from './values.ts'
import { type Template, templateText } from './template.ts'

/** Reads texts of one tool, and notes what is left of them, for the call that they are of. */
export interface Reader {
  note: (fact: ImportFact, place: ImportPlace, call?: string) => void
  template: (value: unknown, place: ImportPlace, call?: string) => Template
  text: (value: unknown, place: ImportPlace, call?: string) => string
}

export function readerOf(notes: ImportNote[], read: (text: string) => Template): Reader {
  const note: Reader['note'] = (fact, place, call = '') => notes.push({ fact, place, call })
  const template: Reader['template'] = (value, place, call = '') => {
    const found = read(textOf(value))
    for (const fact of found.facts) note(fact, place, call)
    return found
  }
  return { note, template, text: (value, place, call) => templateText(template(value, place, call)) }
}
