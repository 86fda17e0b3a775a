/** Makes names for files of one folder, each once, in whichever case a file system tells them apart. */
export function fileNames(taken: readonly string[] = []): (name: string) => string {
  const used = new Set(taken)
  return (name) => {
    const plain = asFileName(name)
    let made = plain
    for (let count = 2; used.has(made.toLowerCase()); count++) made = `${plain} ${count}`
    used.add(made.toLowerCase())
    return made
  }
}

/** What no system takes in a name becomes a hyphen. */
function asFileName(name: string): string {
  const plain = trimmed(name.replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, '-').slice(0, 100))
  return plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) ? `${plain}-` : plain
}

/** Without blanks and dots at both ends: a name with a dot before it is hidden, and Windows takes none after it. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && ' .'.includes(text.charAt(start))) start++
  while (end > start && ' .'.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
