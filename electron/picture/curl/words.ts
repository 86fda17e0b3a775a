import { quoted, wordOfText } from '../../common/shell-words.ts'

/** What a command holds: text as it is, or a secret as the name of a variable. */
export type Piece = string | { variable: string }

/** A pretty command, one option a line. `url` is a word. */
export const curlCommand = (url: string, options: readonly string[], notes: readonly string[] = []): string =>
  [...notes, ['curl', url, ...options].join(' \\\n  ')].join('\n')

/** A URL as a word; one that is not set is a variable. Brackets are otherwise ranges to curl. */
export function urlWord(url: string, variable: string): string {
  if (url === '') return `"$${variable}"`
  const word = wordOfText(url.trim())
  return /[[\]{}]/.test(url) ? `-g ${word}` : word
}

/** A URL before a path with variables. They share double quotes where nothing in the URL is special to a shell. */
export const urlBefore = (url: string, path: string): string =>
  /^[\w.:/-]+$/.test(url) ? `"${url}${path}"` : `${urlWord(url, 'URL')}"${path}"`

/** One parameter of a form: encoded by curl where its value is not known or must be, and here where it cannot be shown. */
export function formParameter(name: string, value: Piece): string {
  if (typeof value !== 'string') return `--data-urlencode ${name}="$${value.variable}"`
  // Not with a tilde: after `=` and `:` bash takes it for a home folder.
  if (/^[\w.:/-]*$/.test(value)) return `-d ${name}=${value}`
  return /^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(value)
    ? `--data-urlencode ${quoted(`${name}=${value}`)}`
    : `-d ${name}=${formEncoded(value)}`
}

export const formEncoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** A JSON object as one word. A name that comes more than once is an array. */
export function jsonBody(parameters: readonly (readonly [name: string, value: Piece])[]): string {
  const names = [...new Set(parameters.map(([name]) => name))]
  const members = names.map((name) =>
    memberOf(
      name,
      parameters.flatMap((given) => (given[0] === name ? [given[1]] : [])),
    ),
  )
  return `-d ${wordOf(['{', ...separated(members), '}'])}`
}

function memberOf(name: string, values: readonly Piece[]): Piece[] {
  const texts = values.map(jsonString)
  const value = texts.length === 1 ? texts.flat() : ['[', ...separated(texts), ']']
  return [`${JSON.stringify(name)}:`, ...value]
}

const jsonString = (value: Piece): Piece[] => (typeof value === 'string' ? [JSON.stringify(value)] : ['"', value, '"'])

const separated = (lists: readonly (readonly Piece[])[]): Piece[] =>
  lists.flatMap((pieces, index) => (index === 0 ? pieces : [',', ...pieces]))

function wordOf(pieces: readonly Piece[]): string {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece
    else joined.push(piece)
  }
  return joined.map((piece) => (typeof piece === 'string' ? wordOfText(piece) : `"$${piece.variable}"`)).join('')
}
