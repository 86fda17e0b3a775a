/** A body as lines of a file, with the files that it needs. */
export interface BodyLines {
  lines: readonly string[]
  files: readonly { path: string; text: string }[]
}

/** Lines that editors take for a comment, a separator, a file, a script, a variable or an answer, and not for a body. */
const special = /^(?:#|\/\/|<@?\w*\s|<$|<>|>|@[^\s=]|===|\?\?|\{\{$|HTTP\/\d)/

/** Whether a text comes out as it is when it is written between requests. */
const isPlain = (text: string): boolean =>
  !text.includes('\r') && text.trim() === text && !text.split('\n').some((line) => special.test(line.trimStart()))

/** A text as it is, or in a file of its own where an editor would read something else in it. */
export function textLines(text: string, path: string): BodyLines {
  if (text === '') return { lines: [], files: [] }
  if (isPlain(text)) return { lines: text.split('\n'), files: [] }
  const read = text.includes('{{') ? '<@' : '<'
  return { lines: [`${read} ./${path}`], files: [{ path, text }] }
}
