import type { ReadSettings } from '../../../../common/client-settings/client-settings.ts'
import { wordsOf } from '../../../../common/client-settings/named/named-text.ts'
import { settingsOfNames } from '../../../../common/client-settings/named/named-settings.ts'
import { meaningOfName } from '../../../../common/client-settings/named/settings-names.ts'
import type { WrittenText } from '../../../../common/client-settings/read-dotenv.ts'

/** A client with the names that are of it. */
export interface NamedClient {
  /** What its names begin with; empty for a client alone. */
  name: string
  /** Where it is in the text. */
  at: number
  read: ReadSettings
  used: readonly string[]
}

/** Clients of one file that are read. */
const most = 100
/** Names that belong to none, and are looked at for each. */
const mostCommon = 500

/** The clients of a file, each with the names that begin as its ID does and those that begin as none does: `DEV_CLIENT_ID`, `API_CLIENT_ID`. */
export function clientsOfNames(texts: readonly WrittenText[]): NamedClient[] {
  const prefixes = new Set(
    texts.flatMap(({ name, text }) => {
      const found = text === '' ? null : meaningOfName(name)
      return found?.meaning === 'client_id' ? [found.before.join(' ')] : []
    }),
  )
  if (prefixes.size < 2) return clientOf(texts, '')
  const ofClients = Map.groupBy(
    texts.map((text, order) => ({ text, order })),
    ({ text }) => prefixOf(text.name, prefixes),
  )
  const common = ofClients.get('') ?? []
  return [...prefixes].slice(0, most).flatMap((prefix) => {
    const own = prefix === '' ? common : [...common.slice(0, mostCommon), ...(ofClients.get(prefix) ?? [])]
    return clientOf(
      own.toSorted((a, b) => a.order - b.order).map(({ text }) => text),
      prefix,
    )
  })
}

/** The longest of these that the name begins with; empty for none. */
function prefixOf(name: string, prefixes: ReadonlySet<string>): string {
  const words = wordsOf(name)
  let longest = ''
  for (let count = 1; count < words.length; count++) {
    const prefix = words.slice(0, count).join(' ')
    if (prefixes.has(prefix)) longest = prefix
  }
  return longest
}

function clientOf(texts: readonly WrittenText[], name: string): NamedClient[] {
  const read = settingsOfNames(texts)
  if (read === undefined) return []
  const notUsed = new Set(read.notes.flatMap(({ code, names }) => (code === 'not_used' ? names : [])))
  const id = texts.find((one) => meaningOfName(one.name)?.meaning === 'client_id')
  const used = texts.filter((one) => one.text !== '' && !notUsed.has(one.name)).map((one) => one.name)
  return [{ name, at: (id ?? texts[0])?.at ?? 0, read, used }]
}
