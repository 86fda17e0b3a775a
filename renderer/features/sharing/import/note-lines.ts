import type { ImportNote } from '../../../../electron/contract/import-note.ts'
import { importFactText, importPlaceText } from '../../../../electron/wording/import/notes.ts'
import { grouped } from '../../../ui/grouped.ts'

/** What was not understood, once, with all of its places. */
export interface NoteLine {
  key: string
  /** What it is, and what became of it: empty where one sentence says both. */
  title: string
  fate: string
  /** The calls that it is about, each once. */
  calls: readonly string[]
  places: readonly string[]
}

/** The notes of a file, the same sentence once, and the members that this version does not know. A single file is not named again. */
export function noteLinesOf(notes: readonly ImportNote[], unknown: readonly string[], fileName = ''): NoteLine[] {
  const bySentence = grouped(notes, ({ fact }) => importFactText(fact))
  return [
    ...[...bySentence].map(([sentence, some]): NoteLine => {
      const [title, fate] = inTwo(sentence)
      return {
        key: sentence,
        title,
        fate,
        calls: eachOnce(some.map(({ call }) => call)),
        places: eachOnce(
          some.map(({ place }) => importPlaceText(place.file === fileName ? { ...place, file: '' } : place)),
        ).filter((text) => !sentence.startsWith(`${text} `)),
      }
    }),
    ...unknown.map((path) => ({
      key: `path ${path}`,
      title: path,
      fate: 'Unknown to this version. Kept, and exported again.',
      calls: [],
      places: [],
    })),
  ]
}

const eachOnce = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '')

/** The first sentence, and the others. */
function inTwo(text: string): [title: string, fate: string] {
  const end = text.indexOf('. ')
  return end < 0 ? [text.replace(/\.$/, ''), ''] : [text.slice(0, end), text.slice(end + 2)]
}

const shown = 3

/** The first few of them, and how many more there are. */
export function someOf(all: readonly string[], quote: (one: string) => string = (one) => one): string {
  const more = all.length - shown
  const first = all.slice(0, shown).map(quote).join(', ')
  return more > 0 ? `${first} and ${more.toLocaleString('en')} more` : first
}
