const token = /<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<>]*")*)(\/?)>|([^<]+)|</g

/** What is wrong with the XML of a document without comments, entities of its own and processing instructions; null where nothing is. */
export function faultOfXml(text: string): string | null {
  const open: string[] = []
  for (const [whole, closing, name, attributes, alone, between] of text.matchAll(token)) {
    if (whole === '<') return 'a < that begins no tag'
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(attributes ?? between ?? '')) return `an & that is not escaped: ${whole}`
    if (name === undefined) continue
    if (closing === '/') {
      const last = open.pop()
      if (last !== name) return `</${name}> closes <${last}>`
    } else if (alone !== '/') open.push(name)
  }
  const character = Array.from(text).find((one) => !isXmlCharacter(one.codePointAt(0) ?? 0))
  if (character !== undefined) return `the character ${character.codePointAt(0)}`
  return open.length === 0 ? null : `<${open.at(-1)}> is not closed`
}

/** @see XML 1.0 §2.2 */
const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 32 && !(code >= 0xd8_00 && code <= 0xdf_ff) && code !== 0xff_fe && code !== 0xff_ff)
