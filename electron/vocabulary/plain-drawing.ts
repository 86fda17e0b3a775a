const elements: ReadonlySet<string> = new Set(
  'svg title desc style defs marker g rect line path circle ellipse polygon polyline text tspan clipPath'.split(' '),
)
/** What runs, what is fetched, and what refers to something outside of the drawing. */
const active = /\son\w+\s*=|href|@import|javascript:|url\(\s*["']?[^#"'\s]/i

/** Whether an SVG is shapes and text alone: nothing in it runs, and nothing is fetched. */
export function isPlainDrawing(svg: string): boolean {
  const [before = '', ...tags] = svg.split('<')
  return before.trim() === '' && tags.length > 0 && tags.every(isPlainTag)
}

function isPlainTag(text: string): boolean {
  const end = text.indexOf('>')
  const name = /^\/?([a-z]+)/i.exec(text)?.[1] ?? ''
  if (end === -1 || !elements.has(name)) return false
  return !active.test(name === 'style' ? text : text.slice(0, end))
}
