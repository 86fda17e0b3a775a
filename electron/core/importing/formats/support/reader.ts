import type { ImportFact, ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import { memberNamed } from '../../../json/json-members.ts'
import type { Given } from './given.ts'
import { type Template, templateText } from './template.ts'
import { textOf } from './values.ts'

/** Reads members that are texts of one tool, and notes what is left of them, for the call that they are of. */
export interface Reader {
  note: (fact: ImportFact, place: ImportPlace, call?: string) => void
  template: (given: Given, name: string, call?: string) => Template
  text: (given: Given, name: string, call?: string) => string
  /**
   * The same of a token, behind its scheme where it has one: a token that is out of the answer of another call is a variable,
   * since the app has it from a request of its own.
   */
  token: (given: Given, name: string, call?: string) => string
}

export function readerOf(notes: ImportNote[], read: (text: string) => Template): Reader {
  const note: Reader['note'] = (fact, place, call = '') => notes.push({ fact, place, call })
  const template: Reader['template'] = ({ members, at }, name, call) => {
    const found = read(textOf(memberNamed(members, name)))
    if (found.facts.length > 0) for (const fact of found.facts) note(fact, at(name), call)
    return found
  }
  const text: Reader['text'] = (given, name, call) => templateText(template(given, name, call))
  const token: Reader['token'] = (given, name, call) => {
    const whole = textOf(memberNamed(given.members, name)).trim()
    const scheme = /^(?:bearer|dpop)\s+/i.exec(whole)?.[0] ?? ''
    const { parts, facts } = read(whole.slice(scheme.length))
    const isOfAnswer = parts.length === 1 && facts[0]?.code === 'value_of_answer'
    return isOfAnswer ? `${scheme}{{access_token}}` : text(given, name, call).trim()
  }
  return { note, template, text, token }
}
