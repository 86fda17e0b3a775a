/** A line `name: value` of a block. */
export interface BruLine {
  name: string
  value: string
  enabled?: boolean
}

/**
 * Whether a line can be written so that nothing of it ends its block: a value over several lines has no way to hold `'''`, and
 * one that begins with it would take the lines behind it, up to wherever `'''` is next.
 */
export const isWritable = ({ name, value }: BruLine): boolean =>
  !/[\r\n]/.test(name) && !(/[\r\n]/.test(value) && value.includes("'''")) && !value.trimStart().startsWith("'''")

/** A block of the lines that can be written; none where there is no line. @see usebruno/bruno, packages/bruno-lang/v2/src/jsonToBru.js */
export function pairsBlock(name: string, all: readonly BruLine[]): string {
  const lines = all.filter(isWritable)
  if (lines.length === 0) return ''
  const written = lines.map(
    (line) => `  ${line.enabled === false ? '~' : ''}${quoted(line.name)}: ${valueText(line.value)}`,
  )
  return `${name} {\n${written.map((line) => line.trimEnd()).join('\n')}\n}\n`
}

/** A block of text; none where it is empty. */
export const textBlock = (name: string, text: string): string =>
  text === '' ? '' : `${name} {\n${indented(text, 2)}\n}\n`

export const namesBlock = (name: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${name} [\n${names.map((one) => `  ${one}`).join(',\n')}\n]\n`

/** Blocks of a file, with an empty line between them. */
export const bruFile = (...blocks: readonly string[]): string => blocks.filter((block) => block !== '').join('\n')

const quoted = (name: string): string => (/[:"{}\s~@[]/.test(name) ? `"${name.replaceAll('"', '\\"')}"` : name)

const valueText = (value: string): string => (/[\r\n]/.test(value) ? `'''\n${indented(value, 4)}\n  '''` : value)

const indented = (text: string, by: number): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `${' '.repeat(by)}${line}`)
    .join('\n')
