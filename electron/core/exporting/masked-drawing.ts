import type { Mask } from '../redaction/mask.ts'

/** A drawing with every text in it masked, as it is read and not as it is written in XML. */
export function maskedDrawing(svg: string, mask: Mask): string {
  return svg.replaceAll(/>([^<]+)/g, (_, text: string) => `>${escaped(mask(unescaped(text)))}`)
}

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&#39;': "'", '&amp;': '&' } as const

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|apos|#39|amp);/g, (entity) =>
    Object.entries(entities).reduce((found, [name, character]) => (name === entity ? character : found), entity),
  )

const escaped = (text: string): string =>
  text.replaceAll(/[<>&]/g, (character) => (character === '<' ? '&lt;' : character === '>' ? '&gt;' : '&amp;'))
