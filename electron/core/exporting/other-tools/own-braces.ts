import type { Exported, Exporter, ExportNote } from './exporter.ts'

/**
 * What follows double braces that are a variable here, and in no other tool more than that. Others would be something there:
 * `{{ client_secret }}` with blanks, what a tool takes from the computer of whoever sends (`{{$processEnv HOME}}`,
 * `{{process.env.HOME}}`, `{{vault:key}}`) or runs.
 */
const own = /^(?:(?!process\.env\.)[A-Za-z0-9_.-]{1,100})?\}\}/

/** Writes environments with such braces apart, so that they are as here: text. It is noted where. */
export const withOwnBraces = ({ name, parts }: Exporter): Exporter => ({
  name,
  *parts(environments) {
    const plain: Exported[] = []
    for (const { value, calls } of environments) {
      const notes: ExportNote[] = []
      const note = (call: string): void => {
        notes.push({ fact: { code: 'setting_not_kept', evidence: { field: '{{…}}' } }, environment: value.name, call })
      }
      plain.push({
        value: apart(value, () => note('')),
        calls: calls.map((call) => apart(call, () => note(call.name))),
      })
      if (notes.length > 0) yield { files: [], notes }
    }
    yield* parts(plain)
  },
})

/** With every text of it that is more than a name or a note for people. */
function apart<Value extends { name: string; folder: string; notes: string }>(
  value: Value,
  changed: () => void,
): Value {
  const text = JSON.stringify(value)
  if (!text.includes('{{')) return value
  const { name, folder, notes } = value
  const again: Value = JSON.parse(text, (_key, one: unknown) => (typeof one === 'string' ? textApart(one) : one))
  const plain = Object.assign(again, { name, folder, notes })
  if (JSON.stringify(plain) === text) return value
  changed()
  return plain
}

/** What is never closed is read as text everywhere. */
function textApart(text: string): string {
  const end = text.lastIndexOf('}}')
  return text.replace(/\{{2,}/g, (braces, at: number) => {
    const after = at + braces.length
    return after > end || own.test(text.slice(after, after + 102)) ? braces : braces.split('').join(' ')
  })
}
