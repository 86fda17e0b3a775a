import { Buffer } from 'node:buffer'
import { plainText } from '../../../common/shell-words.ts'
import { type BodyPart, type Piece, type Pieces, type Program, utf8, type WrittenRequest } from '../pieces.ts'
import { basicOf, fieldsOfCurl, plainHeaders, shellNotes, unwantedFields } from './curl-request.ts'
import { base64Of, bodyExpression, commentLines, type Expressions } from './literal.ts'
import { windowsArgument } from './windows-argument.ts'

/**
 * curl for Windows PowerShell 5.1 and PowerShell 7. The body goes through a file: what is piped to a program is changed
 * there. Quotes in arguments are passed as 5.1 does it, in both.
 */
export function powershellProgram({ notes, token, call, followRedirects }: Program): string {
  const jsonNotes =
    token === null ? [] : shellNotes({ token: { ...token, headers: [] }, call: { ...call, body: null } })
  return [
    ...commentLines('#', [...notes, ...jsonNotes]),
    "$PSNativeCommandArgumentPassing = 'Legacy'",
    ...(token === null
      ? []
      : [
          ...bodyLines('$tokenBody', token.body),
          `$env:ACCESS_TOKEN = (${curl(token, '$tokenBody', ['--silent', '--show-error'])} | Out-String | ConvertFrom-Json).access_token`,
        ]),
    ...bodyLines('$body', call.body),
    curl(call, '$body', followRedirects ? ['--location'] : []),
    '',
  ].join('\n')
}

function bodyLines(name: string, body: readonly BodyPart[] | null): string[] {
  if (body === null) return []
  return [`${name} = New-TemporaryFile`, `[IO.File]::WriteAllBytes(${name}, ${bodyExpression(expressions, body)})`]
}

function curl(request: WrittenRequest, bodyName: string, options: readonly string[]): string {
  const { method, url, body } = request
  const pair = basicOf(request)
  return [
    'curl.exe --path-as-is --globoff --compressed',
    method === 'HEAD' ? '--head' : `--request ${argument([method])}`,
    ...options,
    ...(pair === null ? [] : [`--user ${argument([pair.basic, { variable: pair.variable, as: pair.as }])}`]),
    ...plainHeaders(request).map(
      ([name, value]) => `--header ${argument(value.length === 0 ? [`${name};`] : ended([`${name}: `, ...value]))}`,
    ),
    ...unwantedFields(request, fieldsOfCurl(request)).map((name) => `--header ${argument([`${name}:`])}`),
    ...(body === null ? [] : [`--data-binary "@${bodyName}"`]),
    argument(url),
  ].join(' `\n  ')
}

/** A backslash at the end would take the closing quote that PowerShell adds; spaces at the end of a field are not sent. */
function ended(pieces: Pieces): Pieces {
  const last = pieces.at(-1)
  return typeof last === 'string' && last.endsWith('\\') ? [...pieces, ' '] : pieces
}

/** A text in single quotes, which PowerShell takes in five shapes. */
const text = (value: string): string =>
  plainText(Buffer.from(value)) === null && value !== ''
    ? `[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64Of(Buffer.from(value))}'))`
    : `'${value.replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`

/** An argument of a program: a quote in it, and backslashes before one, are escaped for the program. */
function argument(pieces: Pieces): string {
  const parts = pieces.map((piece) =>
    typeof piece === 'string' ? text(windowsArgument(piece, false)) : variable(piece),
  )
  const [only] = parts
  return parts.length === 1 && only?.startsWith("'") === true ? only : `(${parts.join(' + ')})`
}

function variable({ variable: name, as }: Exclude<Piece, string>): string {
  return as === 'form' || as === 'url' ? `[uri]::EscapeDataString($env:${name})` : `$env:${name}`
}

const expressions: Expressions = {
  text,
  variable,
  joined: (parts) => parts.join(' + '),
  encoded: (expression) => `[Text.Encoding]::UTF8.GetBytes(${expression})`,
  bytes: (bytes) => (utf8(bytes) === '' ? '@()' : `[Convert]::FromBase64String('${base64Of(bytes)}')`),
  file: (path) => `[IO.File]::ReadAllBytes(${text(path)})`,
  concatenated: (parts) => `[byte[]](${parts.map((part) => `(${part})`).join(' + ')})`,
}
