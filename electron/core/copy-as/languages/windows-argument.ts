/**
 * An argument as a program of Windows reads it within quotes: a quote has a backslash before it, and backslashes before a
 * quote are doubled; those at the end too, where the quote that ends the argument follows.
 * @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function windowsArgument(text: string, isLast: boolean): string {
  let written = ''
  let backslashes = 0
  for (const character of text) {
    if (character === '\\') {
      backslashes += 1
      continue
    }
    written += character === '"' ? `${'\\'.repeat(backslashes * 2 + 1)}"` : '\\'.repeat(backslashes) + character
    backslashes = 0
  }
  return written + '\\'.repeat(isLast ? backslashes * 2 : backslashes)
}
