import { oneLine } from '../../common/one-line.ts'
import { visible } from '../../common/visible.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as XML can hold it, in elements and in attributes. @see XML 1.0 §2.2 */
export const xmlText = (text: string): string => xmlLines(oneLine(text))

/** The same of several lines, of which none is cut. */
export const xmlLines = (text: string): string =>
  visible(text)
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** An element with what is in it, which is XML already. Only text has to be escaped: names are ours, numbers are numbers. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, inner = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attributeText(value)}"`)
  return inner === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner}</${name}>`
}

/** Hundredths of a pixel are enough. */
const attributeText = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : xmlText(value)
