import { copyNotes } from '../../../wording/copy-as.ts'
import { comment, quoted } from '../../../common/shell-words.ts'
import { type Pieces, type Program, variablesOf, type WrittenRequest } from '../pieces.ts'
import { type FormField, formFields } from './form-pieces.ts'
import { basicOf, plainHeaders, shellNotes, unwantedFields } from './curl-request.ts'
import { piped, tokenFrom, word } from './posix.ts'

/** HTTPie 3 for any POSIX shell. */
export function httpieProgram(program: Program): string {
  const { notes, token, call, followRedirects } = program
  const commands = [
    ...(token === null ? [] : [tokenFrom(http(token, ['--body']))]),
    http(call, followRedirects ? ['--follow'] : []),
  ]
  const all = [...notes, ...shellNotes(program), ...itemNotes(token === null ? [call] : [token, call])]
  return `${[...all.map(comment), ...commands].join('\n')}\n`
}

function http(request: WrittenRequest, options: readonly string[]): string {
  const { method, url, body } = request
  const pair = basicOf(request)
  const fields = itemFields(request)
  const isPiped = body !== null && fields === null
  const unwanted = unwantedFields(request, isPiped ? ['Accept', 'Content-Type'] : ['Accept'])
  const items = [
    ...plainHeaders(request)
      .filter(([, value]) => isItem(value))
      .map(([name, value]) => (value.length === 0 ? quoted(`${name};`) : word([`${name}: `, ...value]))),
    ...unwanted.map((name) => `${name}:`),
    ...(fields ?? []).map(({ name, value }) => word([`${escapedName(nameOf(name))}=`, ...fieldValue(value)])),
  ]
  return [
    `${isPiped ? `${piped(body)} | ` : ''}http${isPiped ? '' : ' --ignore-stdin'}${fields === null ? '' : ' --form'}`,
    ...options,
    ...(pair === null ? [] : [`--auth ${word([pair.basic, { variable: pair.variable, as: 'text' }])}`]),
    quoted(method),
    word(url),
    // What begins with a hyphen is an option.
    ...(items.some((item) => /^'?-/.test(item)) ? ['--'] : []),
    ...items,
  ].join(' \\\n  ')
}

/**
 * Two backslashes stay two, one before a separator is taken away with what it escapes: an odd number of them before a
 * separator cannot be written. @see https://httpie.io/docs/cli/request-items
 */
const isItem = (pieces: Pieces): boolean =>
  pieces.every((piece, index) => {
    if (typeof piece !== 'string') return true
    const isLast = index === pieces.length - 1
    return !(isLast ? oddBefore : oddBeforeOrAtEnd).test(piece)
  })
const oddBefore = /(?<!\\)(?:\\\\)*\\[:;=@]/
const oddBeforeOrAtEnd = /(?<!\\)(?:\\\\)*\\(?:[:;=@]|$)/

/** The fields of a form that HTTPie has to encode; null where the body is piped as it is. */
function itemFields(request: WrittenRequest): FormField[] | null {
  const fields = formFields(request)
  return fields?.every(({ name, value }) => isItem([nameOf(name), '']) && isItem(value)) === true ? fields : null
}

const nameOf = (encoded: string): string => new URLSearchParams(`${encoded}=`).keys().next().value ?? ''

const escapedName = (name: string): string => name.replaceAll(/[:;=@]/g, '\\$&')

/** A value that begins with a separator would make another one of the sign before it. */
function fieldValue([first, ...others]: Pieces): Pieces {
  if (first === undefined) return []
  return [typeof first === 'string' ? first.replace(/^[:;=@]/, '\\$&') : first, ...others]
}

function itemNotes(requests: readonly WrittenRequest[]): string[] {
  const leftOut = requests
    .flatMap(plainHeaders)
    .filter(([, value]) => !isItem(value))
    .map(([name]) => name)
  const ofItems = requests.flatMap((request) =>
    itemFields(request) === null ? [] : variablesOf({ ...request, url: [], headers: [] }),
  )
  const piped = requests.flatMap((request) =>
    itemFields(request) === null && formFields(request) !== null
      ? variablesOf({ ...request, url: [], headers: [] })
      : [],
  )
  return [
    ...(leftOut.length === 0 ? [] : [copyNotes.httpieHeaders(leftOut)]),
    ...(ofItems.length === 0 ? [] : [copyNotes.httpieValue(namesOf(ofItems))]),
    ...(piped.length === 0 ? [] : [copyNotes.formValue(namesOf(piped))]),
  ]
}

const namesOf = (pieces: readonly { variable: string }[]): string[] => [
  ...new Set(pieces.map(({ variable }) => variable)),
]
