/** A name or value with the characters encoded that would end it in a query; variables stay as they are. */
export const encodeEnds = (text: string): string =>
  text.replace(/\{\{[^{}]*\}\}|[&#]/g, (found) => (found === '&' ? '%26' : found === '#' ? '%23' : found))
