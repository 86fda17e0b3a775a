/** A value of a script as far as it can be seen without running it. Texts may hold `{{name}}`. */
export type PsValue =
  | { kind: 'text'; text: string }
  /** A number, `$true`, `$false` or `$null`, as JSON has it. */
  | { kind: 'plain'; text: string }
  | { kind: 'table'; entries: readonly (readonly [name: string, value: PsValue])[] }
  | { kind: 'list'; items: readonly PsValue[] }
  /** The file of `Get-Item path`. */
  | { kind: 'file'; path: string }
  /** What a request answers, or a part of it. */
  | { kind: 'answer'; name: string; text: string; call: number }
  | { kind: 'unknown'; text: string }

export const textValue = (text: string): PsValue => ({ kind: 'text', text })
/** @param call the place of the request in the list */
export const answerValue = (name: string, call: number): PsValue => ({
  kind: 'answer',
  name,
  text: `{{${name}}}`,
  call,
})
export const unknownValue: PsValue = { kind: 'unknown', text: '' }

/** As PowerShell puts it into a text. */
export function textOfValue(value: PsValue): string {
  switch (value.kind) {
    case 'table':
      return ''
    case 'list':
      return value.items.map((item) => (item.kind === 'list' ? '' : textOfValue(item))).join(' ')
    case 'file':
      return value.path
    case 'text':
    case 'plain':
    case 'answer':
    case 'unknown':
      return value.text
  }
}

/** As `ConvertTo-Json` writes it. Values are no deeper than what is read. */
export function jsonOfValue(value: PsValue): string {
  switch (value.kind) {
    case 'table':
      return `{${value.entries.map(([name, one]) => `${JSON.stringify(name)}: ${jsonOfValue(one)}`).join(', ')}}`
    case 'list':
      return `[${value.items.map(jsonOfValue).join(', ')}]`
    case 'plain':
      return value.text
    case 'text':
    case 'file':
    case 'answer':
    case 'unknown':
      return JSON.stringify(textOfValue(value))
  }
}

/** The entry of this name, in letters of any case. */
export const entryOf = (value: PsValue, name: string): PsValue | undefined =>
  value.kind === 'table' ? value.entries.findLast(([one]) => one.toLowerCase() === name.toLowerCase())?.[1] : undefined

/** A table with this entry, in the place of one with the same name. */
export const withEntry = (value: PsValue, name: string, entry: PsValue): PsValue =>
  value.kind !== 'table' || value.entries.length > 1000
    ? value
    : {
        kind: 'table',
        entries: [...value.entries.filter(([one]) => one.toLowerCase() !== name.toLowerCase()), [name, entry]],
      }
