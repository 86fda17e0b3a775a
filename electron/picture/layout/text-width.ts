/** Widths at 12 px, near enough to cut by: those of JetBrains Mono are fixed, those of Inter are means of their kind. */
const mono = 7.2
const full = 12.5

/** About how wide a text of 12 px is, in pixels. */
export function widthOf(text: string, isBytes: boolean): number {
  let width = 0
  for (const character of text) width += widthOfCharacter(character, isBytes)
  return width
}

function widthOfCharacter(character: string, isBytes: boolean): number {
  if ((character.codePointAt(0) ?? 0) >= 0x11_00) return full
  if (isBytes) return mono
  if (/[ilj.,:;'|!()[\] ftr]/.test(character)) return 4.2
  if (/[\p{Lu}\p{Nd}mw%@]/u.test(character)) return 8
  return 6.9
}
