import { posixCommand } from '../../../../common/client-settings/curl/posix-words.ts'
import { hereDocument, redirection } from './here-document.ts'

/** `$(…)`, which is in a word as its number between two marks. */
export interface Substitution {
  text: string
  /** Its place in the script. */
  at: number
}

export const mark = '\u0001'

/** A command without the pipeline that it is in. */
export interface SimpleCommand {
  words: string[]
  substitutions: Substitution[]
  input: string | null
  /** Files that are given to it. */
  files: string[]
  isUnclosed: boolean
  /** Behind it; with a document behind that. */
  end: number
  /** Where what it is piped to begins. */
  pipe: number
}

/** Reads the command that begins here, up to what separates it from the next. @param names gives what is written for a variable */
export function simpleCommand(text: string, from: number, names: (written: string) => string): SimpleCommand {
  const found: SimpleCommand = {
    words: [],
    substitutions: [],
    input: null,
    files: [],
    isUnclosed: false,
    end: from,
    pipe: from,
  }
  const shown = (written: string, at: number): string => {
    if (!written.startsWith('$(')) return names(written)
    found.substitutions.push({ text: written.slice(2, written.endsWith(')') ? -1 : undefined), at })
    return `${mark}${found.substitutions.length - 1}${mark}`
  }
  const documents: { mark: string; isIndented: boolean }[] = []
  for (;;) {
    const command = posixCommand(text, found.end, shown)
    const before = found.end
    for (const one of command.words) found.words.push(one)
    found.isUnclosed ||= command.isUnclosed
    found.end = command.end
    const character = text[found.end]
    if (character === '<' || character === '>') {
      // The number of what is redirected is no word.
      if (/^\d$/.test(found.words.at(-1) ?? '') && /\d/.test(text.charAt(found.end - 1))) found.words.pop()
      const given = redirection(text, found.end, shown)
      if (given.mark !== null) documents.push({ mark: given.mark, isIndented: given.isIndented })
      if (given.file !== null) found.files.push(given.file)
      found.input = given.input ?? found.input
      found.end = given.end
    } else if (character === '&' && text[found.end + 1] === '>') found.end++
    else if (character === '`') {
      const close = text.indexOf('`', found.end + 1)
      if (close < 0) return { ...found, isUnclosed: true, end: text.length, pipe: text.length }
      const written = shown(`$(${text.slice(found.end + 1, close)})`, found.end)
      const isWithin = found.end > before && /\S/.test(text.charAt(found.end - 1))
      found.words.push(isWithin ? (found.words.pop() ?? '') + written : written)
      found.end = close + 1
    } else break
  }
  found.pipe = found.end
  for (const document of documents) {
    const { content, end } = hereDocument(text, found.end, { ...document, names })
    found.input = content
    found.end = end
  }
  return found
}
