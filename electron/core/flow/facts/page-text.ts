/** What a person reads of a web page, without its tags, styles and scripts; one pass over the text. */
export function pageText(html: string): string {
  const texts: string[] = []
  let hidden: string | null = null
  for (const piece of html.slice(0, 100_000).split('<')) {
    const end = piece.indexOf('>')
    const tag = /^\/?([a-zA-Z][a-zA-Z0-9]{0,20})/.exec(piece)?.[1]?.toLowerCase() ?? ''
    const isClosing = piece.startsWith('/')
    if (hidden !== null && !(isClosing && tag === hidden)) continue
    hidden = !isClosing && (tag === 'script' || tag === 'style') ? tag : null
    if (hidden === null && end !== -1) texts.push(piece.slice(end + 1))
  }
  return texts
    .join(' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
