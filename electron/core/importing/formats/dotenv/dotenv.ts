import { meaningOfName } from '../../../../common/client-settings/named/settings-names.ts'
import { namedTexts, type WrittenText } from '../../../../common/client-settings/read-dotenv.ts'
import type { ImportNote } from '../../../../contract/import-note.ts'
import type { DraftClient, ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { codeBlocks } from '../command-line/code-blocks.ts'
import { lineNumbers } from '../command-line/line-numbers.ts'
import type { Importer } from '../importer.ts'
import { type SpringClient, springClients } from '../spring/spring-clients.ts'
import { titleOf } from '../support/values.ts'
import { clientsOfNames, type NamedClient } from './clients-of-names.ts'
import { expandedTexts } from './expanded-texts.ts'

/** Files of variables, `NAME=value` on each line, and texts with such lines in their code. */
export const dotenvImporter: Importer = {
  claim: (files) =>
    files.filter((file) => file.syntax !== 'json' && !isMarkup(file) && (isNamed(file) || hasClient(file))),
  read: (files) => files.map(draftOf),
}

const hasClient = (file: ParsedFile): boolean => {
  const { clients, others } = clientsOf(expandedTexts(namedTexts(codeOf(file))))
  return clients.length + others.length > 0
}

/** Programs have many names with values that are no settings. */
const isProgram = ({ path }: ParsedFile): boolean =>
  /\.(?:py|ipynb|[cm]?[jt]sx?|java|kts?|groovy|scala|cs|fs|vb|go|rb|php|rs|swift|dart|lua|r|pl)$/i.test(path)

/** A page says much by such names. */
const isMarkup = ({ text }: ParsedFile): boolean => /^\s{0,1000}</.test(text.slice(0, 1001))

/** `.env`, `.env.local`, `feature.env`. */
const isNamed = ({ path, text }: ParsedFile): boolean =>
  /(?:^|\/)(?:[\w-]{0,100}\.)?env(?:\.[\w.-]{1,100})?$/i.test(path) &&
  /^[ \t]*(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*=/m.test(text)

const codeOf = ({ path, text }: ParsedFile): string =>
  /\.(?:md|markdown|adoc)$/i.test(path) || path === ''
    ? codeBlocks(text, /^(?:(?:ba|z)?sh|shell|console|env|dotenv|properties|ini|toml|dockerfile|powershell|text|txt)$/i)
    : text

/** Clients of Spring have providers beside them; every other name is read by its beginning. */
function clientsOf(texts: readonly WrittenText[]): { clients: NamedClient[]; others: readonly SpringClient[] } {
  const spring = springClients(texts)
  if (spring === null) return { clients: clientsOfNames(texts), others: [] }
  const places = new Map(texts.map(({ name, at }) => [name, at]))
  const ours = spring.filter(({ otherGrant }) => otherGrant === null)
  const ofSpring = new Set(spring.flatMap(({ used }) => used))
  const rest = texts.filter(({ name }) => !ofSpring.has(name))
  const named = rest.some(({ name }) => meaningOfName(name)?.meaning === 'client_id') ? clientsOfNames(rest) : []
  const made = ours.map(({ id, used, read }) => ({ name: id, at: places.get(used[0] ?? '') ?? 0, used, read }))
  return { clients: [...made, ...named], others: spring.filter(({ otherGrant }) => otherGrant !== null) }
}

function draftOf(file: ParsedFile): ImportDraft {
  const code = codeOf(file)
  const texts = expandedTexts(namedTexts(code))
  const { clients, others } = clientsOf(texts)
  const lines = lineNumbers(code)
  const used = new Set([...clients, ...others].flatMap((client) => client.used))
  const lineOf = (name: string): number => lines(texts.find((text) => text.name === name)?.at ?? 0)
  const made = clients.map(({ name, at, read }): DraftClient => {
    const { name: said = name, ...settings } = read.fields
    const { provider, secrets } = read
    return { name: said, place: file.atLine(lines(at)), settings, secrets, ...(provider === null ? {} : { provider }) }
  })
  return {
    format: 'dotenv',
    version: '',
    name: titleOf(file.path).replace(/^\.?env$/i, ''),
    clients: made,
    calls: [],
    variables: (isProgram(file) ? [] : texts)
      .filter(({ name, separator }) => separator === '=' && !used.has(name))
      .map(({ name, text }) => ({ name, value: text, secret: false })),
    variableSets: [],
    notes: [
      ...others.map(({ otherGrant, used: [first = ''] }): ImportNote => ({
        fact: { code: 'other_grant', evidence: { grant: otherGrant ?? '' } },
        place: file.atLine(lineOf(first)),
        call: '',
      })),
      ...clients.flatMap(({ at, read }) =>
        read.notes
          // What is not used is a variable, and what has no value is asked for.
          .filter(({ code: note }) => note !== 'not_used' && note !== 'placeholders' && note !== 'secret_not_there')
          .map(({ code: note, names }): ImportNote => ({
            fact: { code: 'settings', evidence: { note, names } },
            place: file.atLine(lines(at)),
            call: '',
          })),
      ),
    ],
  }
}
