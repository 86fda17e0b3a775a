import type { PsReader } from './ps-reader.ts'
import { skipBlank, wordAt } from './ps-scan.ts'
import { type PsValue, textOfValue, textValue, unknownValue } from './ps-value.ts'

/** What is given to a cmdlet, by the whole names of its parameters in small letters. */
export type PsParameters = ReadonlyMap<string, PsValue>

const names =
  'uri|method|custommethod|headers|body|contenttype|credential|authentication|token|certificate|certificatethumbprint|proxy|proxycredential|form|infile|outfile|useragent|timeoutsec|maximumredirection|sessionvariable|websession|erroraction|outvariable|transferencoding|responseheadersvariable|statuscodevariable|sslprotocol|httpversion|maximumretrycount|retryintervalsec'.split(
    '|',
  )
const switches =
  'usebasicparsing|skipcertificatecheck|usedefaultcredentials|disablekeepalive|allowunencryptedauthentication|noproxy|skiphttperrorcheck|skipheadervalidation|passthru|resume|followrellink|preserveauthorizationonredirect|verbose|debug|allowinsecureredirect|preservehttpmethodonredirect'.split(
    '|',
  )

/** Reads the parameters behind a cmdlet, up to the end of the command. A beginning of a name is enough where it is one alone. */
export function psParameters(reader: PsReader, from: number): { parameters: Map<string, PsValue>; end: number } {
  const { text } = reader
  const parameters = new Map<string, PsValue>()
  let at = from
  for (;;) {
    at = skipBlank(text, at, false)
    const character = text.charAt(at)
    if (at >= text.length || /[\n;|)}&]/.test(character)) return { parameters, end: at }
    const splat = wordAt(text, at, /@\w+/y)
    const name = wordAt(text, at, /[-–][A-Za-z]\w*:?/y)
    if (splat !== '') {
      addTable(parameters, reader.variable(splat.slice(1)))
      at += splat.length
    } else if (name === '') {
      const { value, end } = argument(reader, at)
      if (!parameters.has('uri')) parameters.set('uri', value)
      at = Math.max(end, at + 1)
    } else {
      const long = longName(name.slice(1).replace(/:$/, '').toLowerCase())
      at += name.length
      const next = skipBlank(text, at, false)
      const isSwitch = switches.includes(long) || /[\n;|)}]/.test(text.charAt(next) || '\n') || isName(text, next)
      if (isSwitch) parameters.set(long, textValue('true'))
      else {
        const { value, end } = argument(reader, next)
        parameters.set(long, value)
        at = Math.max(end, next + 1)
      }
    }
  }
}

/** A value, and what is written right behind it: `$base/orders`. */
function argument(reader: PsReader, from: number): { value: PsValue; end: number } {
  const { value, end } = reader.term(from)
  const rest = wordAt(reader.text, end, /[/?&=:.\w%-][^\s;|,(){}"'`]*/y)
  if (rest === '' || end === from) return { value, end }
  return { value: textValue(textOfValue(value) + reader.expanded(rest)), end: end + rest.length }
}

const isName = (text: string, at: number): boolean => wordAt(text, at, /-[A-Za-z]/y) !== ''

const longName = (name: string): string => {
  const fitting = [...names, ...switches].filter((one) => one.startsWith(name))
  return fitting.includes(name) ? name : (fitting[0] ?? name)
}

function addTable(parameters: Map<string, PsValue>, table: PsValue): void {
  if (table.kind !== 'table') return
  for (const [name, value] of table.entries) {
    const long = longName(name.toLowerCase())
    if (!parameters.has(long)) parameters.set(long, value ?? unknownValue)
  }
}
