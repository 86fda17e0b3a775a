/** A text in three: what is before the marked part, that part, and what is after it. */
export function marked(
  text: string,
  mark: readonly [start: number, length: number] | null,
): [before: string, decisive: string, after: string] {
  if (mark === null) return [text, '', '']
  const [start, length] = mark
  return [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)]
}
