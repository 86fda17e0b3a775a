const elements: ReadonlySet<string> = new Set(
  'svg title desc defs marker g rect line path circle ellipse polygon polyline text tspan clipPath'.split(' '),
)
/** A tag with attributes in double quotes, and the text after it: where the tag ends is nothing to disagree on. */
const tag = /^\/?([a-z]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*\/?>[^>]*$/i
/**
 * What runs, what is fetched, what refers to something outside of the drawing, and what could be written so that this
 * would not find it: characters by their numbers, or by the backslash of CSS.
 */
const active = /\s(?:on\w+|style)=|href|javascript:|url\(\s*[^#\s]|&(?!(?:lt|gt|quot|apos|amp|#39);)|\\/i

/** Whether an SVG is shapes and text alone: nothing in it runs, and nothing is fetched. */
export function isPlainDrawing(svg: string): boolean {
  const [before = '', ...tags] = svg.split('<')
  return before.trim() === '' && tags.length > 0 && tags.every(isPlainTag)
}

function isPlainTag(text: string): boolean {
  const [, name = '', attributes = ''] = tag.exec(text) ?? []
  return elements.has(name) && !active.test(attributes)
}
