/**
 * The code of a text in Markdown, with empty lines for everything else, so that each line keeps its number; the text itself
 * where it has no blocks. Blocks that name a language that is not wanted are left out.
 */
export function codeBlocks(text: string, languages: RegExp): string {
  if (!/^[ \t]{0,20}(?:```|~~~)/m.test(text)) return text
  let fence: string | null = null
  let isWanted = false
  return text
    .split('\n')
    .map((line) => {
      const [, mark, language = ''] = /^[ \t]{0,20}(?:[-*>][ \t]+)?(```+|~~~+)[ \t]*([\w#+.-]{0,40})/.exec(line) ?? []
      if (mark !== undefined && (fence === null || mark.startsWith(fence))) {
        isWanted = fence === null && (language === '' || languages.test(language))
        fence = fence === null ? mark : null
        return ''
      }
      return isWanted ? line : ''
    })
    .join('\n')
}
