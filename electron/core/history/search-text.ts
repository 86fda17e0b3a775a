/** Letters and digits of any script: what words of the index are made of. */
const searchable = /[\p{L}\p{N}\p{Co}]/u

/**
 * What a person typed, as a query of FTS5: each word the beginning of one, what is in quotes next to each other. The last quotes
 * may be open still: it is being typed. Every other character only separates words. Null when there is no word in it.
 */
export function searchText(typed: string): string | null {
  const terms = typed
    .replaceAll('\0', ' ')
    .split('"')
    .flatMap((part, place, parts) => {
      const isQuoted = place % 2 === 1
      if (!isQuoted) return part.split(/\s+/).map((word) => termOf(word, true))
      return [termOf(part, place === parts.length - 1)]
    })
    .filter((term) => term !== null)
  return terms.length === 0 ? null : terms.join(' AND ')
}

function termOf(text: string, isBeginning: boolean): string | null {
  // A quotation mark cannot be in it: the text was split at them.
  if (!searchable.test(text)) return null
  return `"${text}"${isBeginning ? '*' : ''}`
}
