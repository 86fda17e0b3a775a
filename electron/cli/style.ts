import { styleText } from 'node:util'

export type Style = Parameters<typeof styleText>[0]

/** NO_COLOR wins, then FORCE_COLOR, then whether a person is looking. @see https://no-color.org */
const coloured = !process.env['NO_COLOR'] && (Boolean(process.env['FORCE_COLOR']) || process.stdout.isTTY)

export function style(format: Style, text: string): string {
  return coloured ? styleText(format, text, { validateStream: false }) : text
}
