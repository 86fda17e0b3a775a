import type { ImportNote } from '../../../contract/import-note.ts'
import { mostImported } from '../../../vocabulary/import-formats.ts'
import { textForPeople } from './call-secrets.ts'
import { type FindSecrets, mark, withoutSecrets } from './secret-finder.ts'

/** Characters of a text in a note, and of the name of a call. */
const longest = { text: 300, call: 200 }

/**
 * Notes as they are shown: each once, since sets of variables have the same client; without what is secret or looks it, no text
 * longer than a person reads, and none that is empty in a sentence; the rest of very many is counted.
 */
export function shownNotes(notes: readonly ImportNote[], find: FindSecrets): ImportNote[] {
  const withoutKnown = (text: string) => withoutSecrets(text, find, () => mark)
  const texts = new Set(
    notes.map((note) => {
      // Names of files are often random.
      const isOfFile = note.fact.code.startsWith('file')
      const written = (name: string, member: unknown): unknown => {
        if (typeof member !== 'string') return member
        switch (name) {
          case 'code':
          case 'note':
          case 'why':
            return member
          case 'file':
          case 'pointer':
            return withoutKnown(member)
          case 'call':
            return withoutKnown(member).slice(0, longest.call)
          default: {
            const text = shortened(withoutKnown(member).trim())
            if (text === '') return '""'
            return isOfFile && !/\s/.test(text) ? text : textForPeople(text)
          }
        }
      }
      return JSON.stringify(note, written)
    }),
  )
  const shown = [...texts].slice(0, mostImported.notes).map((text): ImportNote => JSON.parse(text))
  const count = texts.size - shown.length
  const place = { file: '', line: null, pointer: null }
  return count === 0 ? shown : [...shown, { fact: { code: 'notes_left_out', evidence: { count } }, place, call: '' }]
}

const shortened = (text: string): string => (text.length > longest.text ? `${text.slice(0, longest.text)}…` : text)
