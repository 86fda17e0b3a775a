import { copyNotes } from '../../../wording/copy-as.ts'
import { isText, type Pieces, type Program, type WrittenRequest } from '../pieces.ts'
import { basicOf, fieldsOfCurl, plainHeaders, shellNotes, textOf, unwantedFields } from './curl-request.ts'
import { type FormField, formFields, hasVariable } from './form-pieces.ts'
import { windowsArgument } from './windows-argument.ts'

/** A line of cmd has 8,191 characters. */
const longestLine = 7000

/** curl for the command prompt of Windows. It cannot take the token out of an answer: that is left to the reader. */
export function cmdProgram(program: Program): string {
  const { notes, token, call, followRedirects } = program
  const commands = [
    ...(token === null ? [] : [curl(token, []), remark(copyNotes.tokenByHand)]),
    curl(call, followRedirects ? ['--location'] : []),
  ]
  const text = commands.join('\n')
  const all = [
    ...notes,
    ...shellNotes(program),
    copyNotes.prompt,
    ...([token, call].some((request) => request !== null && bodyWord(request) === null) ? [copyNotes.bodyFile] : []),
    ...(/[^\0-~]/.test(text) ? [copyNotes.nonAscii] : []),
  ]
  return [...all.map(remark), text, ''].join('\n')
}

/** What a remark would act on is none of it. */
const remark = (note: string): string => `REM ${note.replaceAll(/[^\p{L}\p{N} .,:()=_-]/gu, '_')}`

function curl(request: WrittenRequest, options: readonly string[]): string {
  const { method, url } = request
  const pair = basicOf(request)
  return [
    'curl --path-as-is --globoff --compressed',
    method === 'HEAD' ? '--head' : `--request ${word([method])}`,
    ...options,
    ...(pair === null ? [] : [`--user ${word([pair.basic, { variable: pair.variable, as: 'text' }])}`]),
    ...plainHeaders(request).map(
      ([name, value]) => `--header ${word(value.length === 0 ? [`${name};`] : [`${name}: `, ...value])}`,
    ),
    ...unwantedFields(request, fieldsOfCurl(request)).map((name) => `--header ${word([`${name}:`])}`),
    ...dataOf(request),
    word(url),
  ].join(' ^\n  ')
}

function dataOf(request: WrittenRequest): string[] {
  if (request.body === null) return []
  const fields = formFields(request)
  if (fields !== null) return fields.map(field)
  return [`--data-binary ${bodyWord(request) ?? word(['@body.bin'])}`]
}

const field = (given: FormField): string =>
  hasVariable(given)
    ? `--data-urlencode ${word([`${given.name}=`, ...given.value])}`
    : `--data ${word([`${given.name}=${encodeURIComponent(textOf(given.value))}`])}`

/** The body, or the name of its file, as one word; null where cmd can write neither. */
function bodyWord(request: WrittenRequest): string | null {
  const { body } = request
  if (body === null || formFields(request) !== null) return ''
  const [only] = body
  if (only === undefined) return '""'
  if (body.length > 1) return null
  if ('file' in only) return word([`@${only.file}`])
  if (!isText(only)) return null
  const text = textOf(only.text)
  // What begins with @ would be the name of a file; other control characters cannot be typed.
  const isTypable = !text.startsWith('@') && !/[^\P{C}\n]|\p{Zl}|\p{Zp}/u.test(text)
  const written = isTypable ? word(only.text) : ''
  return isTypable && written.length < longestLine ? written : null
}

/**
 * One word for cmd and for the rules by which a program splits its command line. Between plain quotes where nothing in it
 * acts there; else with every character escaped that cmd would act on, a quote with a backslash for the program.
 */
function word(pieces: Pieces): string {
  const isPlain = pieces.every((piece) => typeof piece !== 'string' || /^[^"%\n]*$/.test(piece))
  const isEnded = textOf(pieces.slice(-1)).endsWith('\\')
  if (isPlain && !isEnded) {
    return `"${pieces.map((piece) => (typeof piece === 'string' ? piece : `%${piece.variable}%`)).join('')}"`
  }
  const inner = pieces.map((piece, index) =>
    typeof piece === 'string' ? escaped(piece, index === pieces.length - 1) : `%${piece.variable}%`,
  )
  return `^"${inner.join('')}^"`
}

function escaped(text: string, isLast: boolean): string {
  return (
    windowsArgument(text, isLast)
      .replaceAll(/[&|<>^"()!]/g, '^$&')
      .replaceAll('\n', '^\n\n')
      // `%NAME%` is replaced before carets are read: a caret after the sign makes another name of it.
      .replaceAll(/%(?=[^%^])/g, '%^')
  )
}
