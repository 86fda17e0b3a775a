import { Buffer, isUtf8 } from 'node:buffer'

/** One word of a POSIX shell, in single quotes: nothing in it is expanded. For one line of visible text. */
export function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/**
 * One word that holds exactly these bytes. What a terminal or an interactive shell would act on when it is pasted
 * (control characters, bytes that are not text) is written by `printf`, in octal. It must not end in a newline, which
 * a command substitution takes away, and cannot hold a NUL, as no argument of a program can.
 */
export function wordOf(bytes: Uint8Array): string {
  const text = plainText(bytes)
  return text === null || text.includes('\n') ? `"$(${printfOf(bytes)})"` : quoted(text)
}

/**
 * The text of these bytes when it fits in single quotes and can be pasted: lines of visible UTF-8. An exclamation
 * mark on its own line would be taken for history by bash before 5, quotes or not.
 */
export function plainText(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null
  const text = Buffer.from(bytes).toString('utf-8')
  return /[^\P{C}\n]|\p{Zl}|\p{Zp}/u.test(text) || (text.includes('\n') && text.includes('!')) ? null : text
}

/**
 * A `printf` that writes exactly these bytes, NUL included. It is built into every shell, so that no limit on the
 * length of arguments applies. It holds neither quotes nor exclamation marks nor anything but visible ASCII.
 */
export function printfOf(bytes: Uint8Array): string {
  let format = ''
  for (const byte of bytes) format += formatOf(byte)
  // What begins with a hyphen would be an option.
  return `printf '${format.replace(/^-/, '\\055')}'`
}

function formatOf(byte: number): string {
  const character = String.fromCharCode(byte)
  if (character === '\n') return '\\n'
  if (character === '%') return '%%'
  return byte < 0x20 || byte > 0x7e || `'"\\!\``.includes(character)
    ? `\\${byte.toString(8).padStart(3, '0')}`
    : character
}

/** A path for a command: `~/` is the home folder, which no shell expands within quotes. */
export function pathWord(path: string): string {
  return path.startsWith('~/') ? `"$HOME"/${wordOf(Buffer.from(path.slice(2)))}` : wordOf(Buffer.from(path))
}

/** A line that every shell skips, and that harms nothing in those that do not know comments (zsh, when pasted). */
export function comment(text: string): string {
  return `# ${text.replaceAll(/[^\p{L}\p{N} .,:/_=-]/gu, '_')}`
}
