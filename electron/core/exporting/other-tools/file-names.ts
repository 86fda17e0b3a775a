/** Makes names for files of one folder, each once, in whichever case and form of Unicode a file system tells them apart. */
export function fileNames(taken: readonly string[] = []): (name: string) => string {
  const used = new Set(taken)
  return (name) => {
    const plain = asFileName(name)
    let made = plain
    for (let count = 2; used.has(keyOf(made)); count++) made = `${plain} ${count}`
    used.add(keyOf(made))
    return made
  }
}

/** Two names with the same key are one file for some system. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

/** Windows keeps these for devices, with any ending. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=$|[. ])/i

/** A name that every system takes. */
const asFileName = (name: string): string => withoutEnds(shortened(plainText(name)))

/** Whether every system takes a path with `/` as it is, and it leads nowhere but down. A file may be hidden. */
export const isFilePath = (path: string): boolean =>
  path
    .split('/')
    .map((name) => name.replace(/^\.(?=[^.])/, ''))
    .every((name) => name !== '' && withoutEnds(plainText(name)) === name && Buffer.byteLength(name) < 255)

/** What no system takes becomes a hyphen. */
const plainText = (name: string): string => name.normalize('NFC').replaceAll(/[<>:"/\\|?*\p{Cc}\p{Cs}]/gu, '-')

function withoutEnds(name: string): string {
  const plain = trimmed(name)
  return plain === '' ? '-' : plain.replace(device, '$&-')
}

/** Bytes of a name: systems take 255, of which some are for a number and an ending. */
const mostBytes = 180

function shortened(name: string): string {
  let bytes = 0
  let kept = ''
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > mostBytes || kept.length >= 100) break
    kept += character
  }
  return kept
}

/** Without blanks and dots at both ends: a name with a dot before it is hidden, and Windows takes none after it. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && ' .'.includes(text.charAt(start))) start++
  while (end > start && ' .'.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
