/** All hosts have them; their common types do not. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { fatal: true; ignoreBOM: true },
) => { decode(bytes: Uint8Array): string }

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

/** One word that holds exactly this text, under the conditions of `wordOf`. */
export const wordOfText = (text: string): string => wordOf(new TextEncoder().encode(text))

/**
 * The text of these bytes when it fits in single quotes and can be pasted: lines of visible UTF-8. An exclamation
 * mark on its own line would be taken for history by bash before 5, quotes or not.
 */
export function plainText(bytes: Uint8Array): string | null {
  const text = utf8(bytes)
  if (text === null || /[^\P{C}\n]|\p{Zl}|\p{Zp}/u.test(text)) return null
  return text.includes('\n') && text.includes('!') ? null : text
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
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
  return path.startsWith('~/') ? `"$HOME"/${wordOfText(path.slice(2))}` : wordOfText(path)
}

/** A line that every shell skips, and that harms nothing in those that do not know comments (zsh, when pasted). */
export function comment(text: string): string {
  return `# ${text.replaceAll(/[^\p{L}\p{N} .,:/_=-]/gu, '_')}`
}
