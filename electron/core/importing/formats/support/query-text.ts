import { encodeAll } from './template.ts'

/** A value with the characters encoded that would end it in a query; variables stay as they are. */
export const encodeEnds = (text: string): string => around(text, (part) => part.replace(/[&#]/g, encodeURIComponent))

/** The same of a name, which `=` would end. */
export const encodeName = (name: string): string => around(name, (part) => part.replace(/[&#=]/g, encodeURIComponent))

/** A URL with further parameters in its query, encoded but for the variables in them. */
export function withParameters(url: string, parameters: readonly { name: string; value: string }[]): string {
  const query = parameters.map(({ name, value }) => `${around(name, encodeAll)}=${around(value, encodeAll)}`).join('&')
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

const around = (text: string, encode: (part: string) => string): string =>
  text
    .split(/(\{\{[^{}]*\}\})/)
    .map((part, index) => (index % 2 === 1 ? part : encode(part)))
    .join('')
