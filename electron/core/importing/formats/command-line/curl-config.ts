import { isCurlOption } from '../../../../common/client-settings/curl/curl-options.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import type { Script, ScriptCommand } from './script.ts'

const option = /^(?:--)?([a-z][a-z0-9.-]{1,39})(?:[ \t]{0,40}[=:][ \t]{0,40}|[ \t]{1,40}|$)|^(-[A-Za-z:])[ \t]{0,40}/

/** Options that a request has, of which each is at the beginning of a line. */
const ofRequest = /^[ \t]{0,40}(?:--)?url[ \t]{0,40}[=: \t][ \t]{0,40}["']?(?:https?:\/\/|[\w-]{1,100}\.|localhost)/im

/** Whether this is a file of options, as `curl -K` reads it: by its name, or as every line is an option. */
export function isCurlConfig({ path, text, syntax }: ParsedFile): boolean {
  if (syntax === 'json' || !ofRequest.test(text)) return false
  if (/(?:^|\/)[._]?[\w-]*curlrc(?:\.txt)?$|\.curlrc$/i.test(path)) return true
  if (!/(?:^|\/)[^./]*(?:\.(?:te?xt|conf|cfg|config))?$/i.test(path)) return false
  return linesOf(text).every(({ text: line }) => {
    const [, long, short] = option.exec(line) ?? []
    return short !== undefined || (long !== undefined && isCurlOption(long))
  })
}

/**
 * The options as the words of one command, on the line of its URL.
 * @see https://curl.se/docs/manpage.html#-K
 */
export function curlConfig(text: string): Script {
  const words: string[] = []
  let line = 1
  for (const { text: written, number } of linesOf(text)) {
    const [start = '', long, short] = option.exec(written) ?? []
    const name = long === undefined ? (short ?? '') : `--${long}`
    if (name === '') continue
    if (/^(?:--url|url)$/.test(name)) line = number
    const value = valueOf(written.slice(start.length).trim())
    words.push(name, ...(value === '' ? [] : [value]))
  }
  const command: ScriptCommand = {
    program: 'curl',
    words,
    line,
    comment: '',
    input: null,
    into: '',
    isUnclosed: false,
    isRepeated: false,
  }
  return { commands: [command], variables: [], answers: new Set(), tokens: new Set(), outputs: new Map() }
}

const linesOf = (text: string): { text: string; number: number }[] =>
  text
    .split('\n')
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter(({ text: line }) => line !== '' && !line.startsWith('#'))

/** In double quotes with what a backslash escapes, else up to the first blank. */
function valueOf(text: string): string {
  if (!text.startsWith('"')) return /^\S*/.exec(text)?.[0] ?? ''
  const inner = /^"((?:[^"\\]|\\.)*)"?/.exec(text)?.[1] ?? ''
  return inner.replaceAll(/\\(.)/g, (_written, escaped: string) => escapes[escaped] ?? escaped)
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v' }
