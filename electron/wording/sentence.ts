/** Words of a system or a server as one sentence: with exactly one mark at the end. */
export function sentence(words: string): string {
  const text = words.trim()
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`
}
