const replacements = ['null', '[]', '{}', '[[]]', '"x"', '7', 'true', '{"__proto__":{"a":1}}', '[null]']

/** The JSON text with each value in it replaced by one of every other kind, and cut off in a hundred places. */
export function* mutationsOf(text: string): Generator<string> {
  for (const { index } of text.matchAll(/[:[,](?=["[{tf\d])/g)) {
    const [start, end] = [index + 1, endOf(text, index + 1)]
    if (end !== undefined) for (const value of replacements) yield text.slice(0, start) + value + text.slice(end)
  }
  for (let cut = 0; cut < 100; cut++) yield text.slice(0, Math.floor((text.length * cut) / 100))
}

/** Where the value ends that starts here; undefined where none starts. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|[^\s"[\]{},:]+/g)) {
    if (/^[[{]/.test(token)) depth++
    if (/^[\]}]/.test(token)) depth--
    if (depth <= 0) return start + index + token.length
  }
  return undefined
}
