/** The text without this character at its end, however often it is there. A pattern such as `/=+$/` is quadratic. */
export function withoutEnding(text: string, character: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === character) end -= 1
  return text.slice(0, end)
}
