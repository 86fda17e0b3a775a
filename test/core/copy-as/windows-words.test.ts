import { describe, expect, test } from 'vitest'
import type { Program } from '../../../electron/core/copy-as/pieces.ts'
import { writeProgram } from '../../../electron/core/copy-as/write-program.ts'

/** Neither cmd nor PowerShell is where tests run: their documented rules are read here, and what comes out is compared. */
const nasty = `it's "q" \`id\` $HOME $(id) %PATH% 100% !x! \\n \\\\" end\\ & | < > ^ ( ) ‘smart’`

const program = (header: string, body: string): Program => ({
  notes: [],
  variables: [],
  token: null,
  call: {
    method: 'POST',
    url: ['http://127.0.0.1/a?b=%41&c=^|d'],
    headers: [
      ['X-Own', [header]],
      ['Authorization', ['Bearer ', { variable: 'ACCESS_TOKEN', as: 'text' }]],
    ],
    body: [{ text: [body] }],
  },
  followRedirects: false,
  curlNetwork: [],
})

/** A command line as a program of Windows takes it apart. @see https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments */
function argumentsOf(line: string): string[] {
  const found: string[] = []
  let at = 0
  while (at < line.length) {
    while (line[at] === ' ' || line[at] === '\t') at += 1
    if (at >= line.length) break
    let word = ''
    let isQuoted = false
    while (at < line.length && (isQuoted || (line[at] !== ' ' && line[at] !== '\t'))) {
      let slashes = 0
      while (line[at] === '\\') {
        slashes += 1
        at += 1
      }
      if (line[at] === '"') {
        word += '\\'.repeat(Math.floor(slashes / 2))
        if (slashes % 2 === 1) word += '"'
        else isQuoted = !isQuoted
        at += 1
      } else {
        word += '\\'.repeat(slashes)
        if (at < line.length && (isQuoted || (line[at] !== ' ' && line[at] !== '\t'))) {
          word += line[at] ?? ''
          at += 1
        }
      }
    }
    found.push(word)
  }
  return found
}

/** What cmd makes of the lines that are typed at its prompt: variables first, then carets, outside of quotes. */
function typedAtPrompt(text: string, variables: Readonly<Record<string, string>>): string {
  const replaced = text.replaceAll(/%([^%\n]+)%/g, (whole, name: string) => variables[name] ?? whole)
  let line = ''
  let isQuoted = false
  for (let at = 0; at < replaced.length; at += 1) {
    const character = replaced[at] ?? ''
    if (character === '"') isQuoted = !isQuoted
    if (character === '^' && !isQuoted) {
      at += 1
      if (replaced[at] === '\n') {
        at += 1
        // The line goes on; a line break after it is one of the text.
        if (replaced[at] === '\n') line += '\n'
        else at -= 1
      } else line += replaced[at] ?? ''
    } else if (!isQuoted && '&|<>\n'.includes(character)) return `${line} ENDED BY ${character}`
    else line += character
  }
  return line
}

describe('curl for cmd', () => {
  test.each([nasty, 'plain', 'a\\', '100%&', '"', '%%', ''])('passes %j to the letter', (text) => {
    const lines = writeProgram('curl_cmd', program(text, `${text}\n${text}`))
      .split('\n')
      .filter((line) => !line.startsWith('REM '))
      .join('\n')
      .trimEnd()
    const given = argumentsOf(typedAtPrompt(lines, { ACCESS_TOKEN: 't0ken', PATH: 'EXPANDED' }))
    expect(given).toContain(`X-Own: ${text}`)
    expect(given).toContain('Authorization: Bearer t0ken')
    expect(given).toContain(`${text}\n${text}`)
    expect(given.at(-1)).toBe('http://127.0.0.1/a?b=%41&c=^|d')
  })

  test('leaves a body that cannot be typed to a file, and says so', () => {
    const text = writeProgram('curl_cmd', program('a', 'nul \0'))
    expect(text).toContain('"@body.bin"')
    expect(text).toContain('REM The body cannot be written on this command line')
  })
})

/** The texts in single quotes, as PowerShell reads them: five characters are such a quote, two of them are one. */
function powershellTexts(written: string): string[] {
  const texts: string[] = []
  const isQuote = (character: string | undefined) =>
    character !== undefined && `'\u2018\u2019\u201A\u201B`.includes(character)
  for (let at = 0; at < written.length; at += 1) {
    if (!isQuote(written[at])) continue
    let text = ''
    for (at += 1; at < written.length; at += 1) {
      if (isQuote(written[at])) {
        if (!isQuote(written[at + 1])) break
        at += 1
      }
      text += written[at] ?? ''
    }
    texts.push(text)
  }
  return texts
}

describe('curl for PowerShell', () => {
  test.each([nasty, "it's ‘a’ ‚b‛", '"', 'a b\\'])('passes %j to the letter', (text) => {
    const written = writeProgram('curl_powershell', program(text, text))
    const texts = powershellTexts(written)
    const header = texts.slice(texts.indexOf('X-Own: ')).slice(0, 2).join('')
    // PowerShell puts quotes around an argument with spaces, and escapes nothing in it.
    const [passed = ''] = argumentsOf(`"${header}${header.endsWith('\\') ? ' ' : ''}"`)
    expect(passed.trimEnd()).toBe(`X-Own: ${text}`)
    expect(texts).toContain(text)
    expect(written).toContain('$env:ACCESS_TOKEN')
  })
})
