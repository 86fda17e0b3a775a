import { Buffer } from 'node:buffer'
import { comment, plainText, printfOf, quoted, wordOf, wordOfText } from '../../../common/shell-words.ts'
import { type BodyPart, isText, type Piece, type Pieces, type Program, type WrittenRequest } from '../pieces.ts'
import { basicOf, fieldsOfCurl, plainHeaders, shellNotes, textOf, unwantedFields } from './curl-request.ts'
import { type FormField, formFields, hasVariable } from './form-pieces.ts'

/** One argument of a program may have 128 KiB on Linux. */
const longestArgument = 30_000

/** Two commands: the second takes the token from what the first was answered. */
export const tokenFrom = (command: string): string =>
  `ACCESS_TOKEN=$(${command} | sed -n 's/.*"access_token" *: *"\\([^"]*\\)".*/\\1/p')`

/** For any POSIX shell. */
export function curlProgram(program: Program): string {
  const { notes, token, call, followRedirects, curlNetwork } = program
  const commands = [
    ...(token === null ? [] : [tokenFrom(curl(token, ['--silent', '--show-error', ...curlNetwork]))]),
    curl(call, [...(followRedirects ? ['--location'] : []), ...curlNetwork]),
  ]
  return `${[...[...notes, ...shellNotes(program)].map(comment), ...commands].join('\n')}\n`
}

function curl(request: WrittenRequest, options: readonly string[]): string {
  const { method, url } = request
  const pair = basicOf(request)
  const { pipe, data } = curlData(request)
  const words = [
    `${pipe}curl --path-as-is --globoff --compressed`,
    method === 'HEAD' ? '--head' : `--request ${quoted(method)}`,
    ...options,
    ...(pair === null ? [] : [`--user ${word([pair.basic, { variable: pair.variable, as: 'text' }])}`]),
    ...plainHeaders(request).map(([name, value]) => `--header ${headerWord(name, value)}`),
    ...unwantedFields(request, fieldsOfCurl(request)).map((name) => `--header ${name}:`),
    ...data,
    word(url),
  ]
  return words.join(' \\\n  ')
}

function curlData(request: WrittenRequest): { pipe: string; data: string[] } {
  const { body } = request
  if (body === null) return { pipe: '', data: [] }
  const fields = formFields(request)
  if (fields !== null) return { pipe: '', data: fields.map(curlField) }
  const [only] = body
  if (body.length === 1 && only !== undefined && 'file' in only) {
    return { pipe: '', data: [`--data-binary ${wordOfText(`@${only.file}`)}`] }
  }
  const inline = inlineText(body)
  return inline === null
    ? { pipe: `${piped(body)} | `, data: ['--data-binary @-'] }
    : { pipe: '', data: [`--data-binary ${inline}`] }
}

/** Its value encoded by curl where a variable is in it; `name` is encoded already. */
const curlField = (field: FormField): string =>
  hasVariable(field)
    ? `--data-urlencode ${word([`${field.name}=`, ...field.value])}`
    : `--data ${quoted(new URLSearchParams([['', textOf(field.value)]]).toString().replace('', field.name))}`

/** The body as one word; null where it has to be piped: what is no text, is long, or begins like the name of a file. */
function inlineText(body: readonly BodyPart[]): string | null {
  const pieces = body.flatMap((part): (Piece | null)[] => (isText(part) ? [...part.text] : [null]))
  if (pieces.length === 0) return "''"
  const [first] = pieces
  let length = 0
  for (const piece of pieces) {
    if (piece === null) return null
    if (typeof piece !== 'string') continue
    length += piece.length
    if (plainText(Buffer.from(piece)) === null) return null
  }
  if (length > longestArgument || (typeof first === 'string' ? first.startsWith('@') : true)) return null
  return word(pieces.filter((piece) => piece !== null))
}

export function piped(body: readonly BodyPart[]): string {
  const writes = body.flatMap((part): string[] => {
    if ('file' in part) return [`cat ${wordOfText(part.file)}`]
    if ('bytes' in part) return [printfOf(part.bytes)]
    return part.text.map((piece) =>
      typeof piece === 'string' ? printfOf(Buffer.from(piece)) : `printf %s "$${piece.variable}"`,
    )
  })
  return writes.length === 1 ? (writes[0] ?? '') : `{ ${writes.join('; ')}; }`
}

/** One word of texts and variables. */
export function word(pieces: Pieces): string {
  if (pieces.length === 0) return "''"
  return pieces.map((piece) => (typeof piece === 'string' ? wordOrNewline(piece) : `"$${piece.variable}"`)).join('')
}

/** In single quotes a newline at the end stays. */
const wordOrNewline = (text: string): string =>
  plainText(Buffer.from(text)) === null ? wordOfText(text) : quoted(text)

/** Header fields travel as Latin-1. With a colon curl would take an empty one for one to leave out. */
function headerWord(name: string, value: Pieces): string {
  if (value.length === 0) return quoted(`${name};`)
  const [first, ...others] = value
  const beginning: Pieces = typeof first === 'string' ? [`${name}: ${first}`] : [`${name}: `, ...value.slice(0, 1)]
  return [...beginning, ...others]
    .map((piece) => {
      if (typeof piece !== 'string') return `"$${piece.variable}"`
      return wordOf(Buffer.from(piece, /^[\0-\xFF]*$/.test(piece) ? 'latin1' : 'utf-8'))
    })
    .join('')
}
