import type { ImportFact, ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import { textOf } from './values.ts'
import { type Template, templateText } from './template.ts'

/** Reads texts of one tool, and notes what is left of them, for the call that they are of. */
export interface Reader {
  note: (fact: ImportFact, place: ImportPlace, call?: string) => void
  template: (value: unknown, place: ImportPlace, call?: string) => Template
  text: (value: unknown, place: ImportPlace, call?: string) => string
  /** A token: one that is out of the answer of another call is a variable, since the app has it from a request of its own. */
  token: (value: unknown, place: ImportPlace, call?: string) => string
}

export function readerOf(notes: ImportNote[], read: (text: string) => Template): Reader {
  const note: Reader['note'] = (fact, place, call = '') => notes.push({ fact, place, call })
  const template: Reader['template'] = (value, place, call = '') => {
    const found = read(textOf(value))
    for (const fact of found.facts) note(fact, place, call)
    return found
  }
  const text: Reader['text'] = (value, place, call) => templateText(template(value, place, call))
  const token: Reader['token'] = (value, place, call) => {
    const { parts, facts } = read(textOf(value).trim())
    const isOfAnswer = parts.length === 1 && facts[0]?.code === 'value_of_answer'
    return isOfAnswer ? '{{access_token}}' : text(value, place, call)
  }
  return { note, template, text, token }
}
