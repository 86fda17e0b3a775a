/** The way from the top of a JSON text to a value: names of members and indexes of items. */
export type Path = readonly (string | number)[]

/** A path for people: `environments[3].headers[0].name`. A name from a file is cut, and quoted unless it is a plain word. */
export function pathText(path: Path): string {
  const text = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`
    return /^[A-Za-z_][A-Za-z0-9_#]{0,63}$/.test(step) ? `.${step}` : `[${quotedName(step)}]`
  })
  return text.join('').replace(/^\./, '') || 'the top'
}

/** On one line, and with nothing in it that a terminal or a reader could be led astray by. */
export function quotedName(name: string): string {
  const shown = name.length > 64 ? `${name.slice(0, 63)}…` : name
  return JSON.stringify(shown.replaceAll(/[\p{C}\p{Z}]/gu, (found) => (found === ' ' ? found : '\u{FFFD}')))
}

/** Counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Line and column of a place, both counted from 1; columns in UTF-16 units. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  return { line: lineAt(text, offset), column: offset - text.lastIndexOf('\n', offset - 1) }
}
