import { decodedBasic, encodedBasic } from '../../drafts/basic.ts'
import { ScriptState } from '../command-line/script-state.ts'
import { behind, behindPair, behindQuote, skipBlank, wordAt } from './ps-scan.ts'
import { answerValue, entryOf, jsonOfValue, type PsValue, textOfValue, textValue, unknownValue } from './ps-value.ts'

/** Expressions within expressions that are read. */
const deepest = 30

export interface Read {
  value: PsValue
  end: number
}

/** Reads a command that makes a request, at the place of its name; null where none begins. */
export type ReadCommand = (reader: PsReader, from: number) => Read | null

/** Reads expressions of PowerShell. Nothing is run: what would need that is unknown. */
export class PsReader {
  readonly text: string
  readonly state: ScriptState
  private readonly variables: Map<string, PsValue>
  private readonly spellings: Map<string, string>
  /** Values of variables as they are written, by `{{name}}`. */
  private readonly texts: Map<string, string>
  /** Variables that hold what a request answers, or a part of it. */
  readonly answers: { name: string; call: number }[] = []
  private readonly command: ReadCommand
  private depth: number

  /** @param around the reader of the text that this one is a part of */
  constructor(text: string, command: ReadCommand, around?: PsReader) {
    this.text = text
    this.command = command
    this.state = around?.state ?? new ScriptState()
    this.variables = around?.variables ?? new Map<string, PsValue>()
    this.spellings = around?.spellings ?? new Map<string, string>()
    this.texts = around?.texts ?? new Map<string, string>()
    this.depth = around === undefined ? 0 : around.depth + 1
  }

  /** A text of one line is a variable of the environment; everything else is put where it is used. */
  assign(name: string, value: PsValue): void {
    const spelling = this.spelled(name)
    if (value.kind === 'text' && isName(value.text) && !isPair(value.text)) {
      this.state.assign(spelling, value.text)
      const written = this.state.names(`$${spelling}`)
      this.texts.set(written, value.text)
      this.variables.set(name.toLowerCase(), textValue(written))
    } else if (value.kind === 'answer') {
      this.variables.set(name.toLowerCase(), answerValue(spelling, value.call))
      this.answers.push({ name: spelling, call: value.call })
    } else this.variables.set(name.toLowerCase(), value.kind === 'unknown' ? textValue(`{{${spelling}}}`) : value)
  }

  variable(name: string): PsValue {
    return this.variables.get(name.toLowerCase()) ?? textValue(`{{${this.spelled(name)}}}`)
  }

  /** A name is written as it is first, whose letters may be in another case later. */
  spelled(name: string): string {
    const known = this.spellings.get(name.toLowerCase())
    if (known === undefined) this.spellings.set(name.toLowerCase(), name)
    return known ?? name
  }

  /** An expression with its operators and what it is piped to. */
  expression(from: number, isWithinPair = false): Read {
    let { value, end } = this.term(skipBlank(this.text, from, true))
    for (;;) {
      const at = skipBlank(this.text, end, isWithinPair)
      const sign = wordAt(this.text, at, /\+(?!=)|-f\b|-join\b|\|/iy).toLowerCase()
      if (sign === '+') {
        const right = this.term(skipBlank(this.text, at + 1, true))
        value = textValue(textOfValue(value) + textOfValue(right.value))
        end = right.end
      } else if (sign === '-f') {
        const given = this.items(at + 2)
        value = textValue(formatted(textOfValue(value), given.items))
        end = given.end
      } else if (sign === '-join') {
        const right = this.term(skipBlank(this.text, at + 5, true))
        const items = value.kind === 'list' ? value.items : [value]
        value = textValue(items.map(textOfValue).join(textOfValue(right.value)))
        end = right.end
      } else if (sign === '|') {
        const command = wordAt(this.text, skipBlank(this.text, at + 1, true), /[\w-]+/y)
        if (/^ConvertTo-Json$/i.test(command)) value = textValue(jsonOfValue(value))
        end = this.endOfCommand(at + 1)
      } else return { value, end }
    }
  }

  /** Values with commas between. */
  private items(from: number): { items: PsValue[]; end: number } {
    const items: PsValue[] = []
    let at = from
    for (;;) {
      const { value, end } = this.term(skipBlank(this.text, at, true))
      items.push(value)
      const next = skipBlank(this.text, end, false)
      if (this.text[next] !== ',') return { items, end }
      at = next + 1
    }
  }

  /** Up to what ends a command: a line break, `;`, `|`, or the end of what it is in. */
  private endOfCommand(from: number): number {
    let at = skipBlank(this.text, from, true)
    while (at < this.text.length) {
      const blank = skipBlank(this.text, at, false)
      const character = this.text.charAt(blank)
      if (/[\n;|)}]/.test(character) || blank >= this.text.length) return blank
      if (character === '(' || character === '{') at = behindPair(this.text, blank)
      else at = character === '"' || character === "'" ? behindQuote(this.text, blank) : blank + 1
    }
    return at
  }

  /** One value with its members. */
  term(from: number): Read {
    if (this.depth >= deepest) return { value: unknownValue, end: this.text.length }
    this.depth++
    let { value, end } = this.plainTerm(from)
    this.depth--
    for (;;) {
      const member = wordAt(this.text, end, /\.[A-Za-z_]\w*|\[\s*["']?[\w-]+["']?\s*\]/y)
      if (member === '') return { value, end }
      const name = member.replaceAll(/[.["'\]\s]/g, '')
      end += member.length
      if (this.text[end] === '(') {
        // Methods such as Trim and ToString leave what they are called on; others are not seen.
        end = behindPair(this.text, end)
      } else if (value.kind === 'answer') value = answerValue(`${value.name}.${name}`, value.call)
      else if (value.kind === 'table') value = entryOf(value, name) ?? unknownValue
      else if (value.kind === 'list') value = value.items[Number(name)] ?? unknownValue
      else if (value.kind === 'text' && /^\{\{[\w.-]+\}\}$/.test(value.text))
        value = textValue(`${value.text.slice(0, -2)}.${name}}}`)
    }
  }

  private plainTerm(from: number): Read {
    const { text } = this
    const character = text.charAt(from)
    const two = text.slice(from, from + 2)
    if (two === '@{') return this.table(from + 2)
    if (two === '@(') {
      const end = behindPair(text, from + 1)
      return text.slice(from + 2, end - 1).trim() === ''
        ? { value: { kind: 'list', items: [] }, end }
        : this.listIn(from + 2, end)
    }
    if (two === '@"' || two === "@'") return this.hereString(from)
    if (character === '"' || character === "'") {
      const end = behindQuote(text, from)
      const inner = text.slice(from + 1, end - 1)
      return { value: textValue(character === '"' ? this.expanded(inner) : inner.replaceAll("''", "'")), end }
    }
    if (two === '$(' || character === '(') {
      const open = from + two.indexOf('(')
      const { value } = this.expression(open + 1, true)
      return { value, end: behindPair(text, open) }
    }
    if (character === '$') return this.variableAt(from)
    if (character === '[') return this.ofType(from)
    const command = this.command(this, from)
    if (command !== null) return command
    const word = wordAt(text, from, /[^\s,;|(){}"'`]+/y)
    if (/^(?:Get-Item|gi)$/i.test(word)) {
      const path = this.term(skipBlank(text, from + word.length, false))
      return { value: { kind: 'file', path: textOfValue(path.value) }, end: path.end }
    }
    if (/^-?\d+(?:\.\d+)?$/.test(word)) return { value: { kind: 'plain', text: word }, end: from + word.length }
    if (/^[A-Z]\w+-[A-Z]\w+$/i.test(word)) return { value: unknownValue, end: this.endOfCommand(from + word.length) }
    return { value: textValue(this.expanded(word)), end: Math.max(from + word.length, Math.min(from + 1, text.length)) }
  }

  private listIn(from: number, end: number): Read {
    const items: PsValue[] = []
    let at = skipBlank(this.text, from, true)
    while (at < end - 1) {
      const one = this.expression(at, true)
      items.push(one.value)
      at = skipBlank(this.text, Math.max(one.end, at + 1), true)
      if (this.text[at] === ',') at = skipBlank(this.text, at + 1, true)
    }
    return { value: { kind: 'list', items }, end }
  }

  private table(from: number): Read {
    const entries: [string, PsValue][] = []
    let at = skipBlank(this.text, from, true)
    while (at < this.text.length && this.text[at] !== '}') {
      const quote = this.text.charAt(at)
      const nameEnd =
        quote === '"' || quote === "'" ? behindQuote(this.text, at) : at + wordAt(this.text, at, /[^\s=;}]+/y).length
      const written = this.text.slice(at, nameEnd)
      const equals = skipBlank(this.text, nameEnd, false)
      if (this.text[equals] === '=' && nameEnd > at) {
        const one = this.expression(equals + 1)
        const name = written.replaceAll(/^["']|["']$/g, '')
        entries.push([written.startsWith("'") ? name : this.expanded(name), one.value])
        at = Math.max(one.end, equals + 1)
      } else at = Math.max(nameEnd, at + 1)
      at = skipBlank(this.text, at, true)
      while (this.text[at] === ';' || this.text[at] === ',') at = skipBlank(this.text, at + 1, true)
    }
    return { value: { kind: 'table', entries }, end: Math.min(at + 1, this.text.length) }
  }

  private hereString(from: number): Read {
    const quote = this.text.charAt(from + 1)
    const start = behind(this.text, '\n', from)
    const close = this.text.indexOf(`\n${quote}@`, start - 1)
    const end = close < 0 ? this.text.length : close
    const inner = this.text.slice(start, Math.max(start, end)).replaceAll('\r\n', '\n').replace(/\r$/, '')
    return { value: textValue(quote === '"' ? this.expanded(inner) : inner), end: close < 0 ? end : close + 3 }
  }

  private variableAt(from: number): Read {
    const written = wordAt(this.text, from, variable)
    if (written === '') return { value: unknownValue, end: from + 1 }
    const end = from + written.length
    const name = nameOf(written)
    if (/^(?:true|false|null)$/i.test(name)) return { value: { kind: 'plain', text: name.toLowerCase() }, end }
    return { value: this.variable(name), end }
  }

  /** `[type] value`, or a call such as `[Convert]::ToBase64String(…)`, whose argument is what it makes something of. */
  private ofType(from: number): Read {
    const end = behindPair(this.text, from)
    const method = wordAt(this.text, end, /(?:::|\.)\w+(?:\.\w+)*/y)
    if (method === '') return this.term(skipBlank(this.text, end, false))
    const after = end + method.length
    if (this.text[after] !== '(') return { value: unknownValue, end: after }
    const close = behindPair(this.text, after)
    const given = this.expression(after + 1, true).value
    if (/ToBase64String$/i.test(method)) {
      const text = textOfValue(given)
      const encoded = encodedBasic(this.texts.get(text) ?? text).slice('Basic '.length)
      return { value: textValue(encoded), end: close }
    }
    const isKept = /(?:GetBytes|UrlEncode|EscapeDataString|Create)$/i.test(method)
    return { value: isKept ? given : unknownValue, end: close }
  }

  /** A text in double quotes: variables and `$(…)` in it, and a backtick before what it escapes. */
  expanded(inner: string): string {
    if (!/[$`"]/.test(inner)) return inner
    if (this.depth >= deepest) return ''
    let text = ''
    for (let at = 0; at < inner.length;) {
      const character = inner.charAt(at)
      const written = character === '$' ? wordAt(inner, at, variable) : ''
      if (character === '$' && inner[at + 1] === '(') {
        const end = behindPair(inner, at + 1)
        text += this.inner(inner.slice(at + 2, end - 1))
        at = end
      } else if (written !== '') {
        text += textOfValue(this.variable(nameOf(written)))
        at += written.length
      } else if (character === '`' || (character === '"' && inner[at + 1] === '"')) {
        const next = inner.charAt(at + 1)
        text += character === '`' ? (escapes[next] ?? next) : '"'
        at += 2
      } else {
        text += character
        at++
      }
    }
    return text
  }

  private inner(text: string): string {
    const within = new PsReader(text, this.command, this)
    const { value } = within.expression(0, true)
    const shown = textOfValue(value)
    return shown === '' ? `{{${/[A-Za-z][\w-]*/.exec(text)?.[0] ?? 'value'}}}` : shown
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' }

const variable = /\$(?:\{(?:env:)?[\w. -]{1,100}\}|(?:(?:env|global|local|private|script|using):)?\w+)/iy

const nameOf = (written: string): string =>
  written
    .replaceAll(/[${}]/g, '')
    .replace(/^(?:env|global|local|private|script|using):/i, '')
    .replaceAll(' ', '_')

/** Whether a text is that of a variable: one line, and no body. */
const isName = (text: string): boolean => text.length < 2000 && !/[\n\r]|^\s*[{[](?!\{)|^[\w.-]+=[^&]*&/.test(text)

/** Name and password that the script encodes for Basic are put where they are used. */
const isPair = (text: string): boolean => /^[\x20-\x7e]+:/.test(decodedBasic(`Basic ${text}`) ?? '')

/** `"{0}/{1:N}" -f $a, $b`. */
const formatted = (text: string, items: readonly PsValue[]): string =>
  text.replaceAll(/\{(\d{1,2})(?:[,:][^{}]{0,40})?\}/g, (written, index: string) => {
    const item = items[Number(index)]
    return item === undefined ? written : textOfValue(item)
  })
