import { namedTexts } from '../../../../common/client-settings/read-dotenv.ts'
import type { DraftClient, ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { codeBlocks } from '../command-line/code-blocks.ts'
import { lineNumbers } from '../command-line/line-numbers.ts'
import type { Importer } from '../importer.ts'
import { titleOf } from '../support/values.ts'
import { clientsOfNames, type NamedClient } from './clients-of-names.ts'
import { expandedTexts } from './expanded-texts.ts'

/** Files of variables, `NAME=value` on each line, and texts with such lines in their code. */
export const dotenvImporter: Importer = {
  claim: (files) => files.filter((file) => file.syntax !== 'json' && (isNamed(file) || clientsIn(file).length > 0)),
  read: (files) => files.map(draftOf),
}

/** `.env`, `.env.local`, `feature.env`. */
const isNamed = ({ path, text }: ParsedFile): boolean =>
  /(?:^|\/)(?:[\w-]{0,100}\.)?env(?:\.[\w.-]{1,100})?$/i.test(path) &&
  /^[ \t]*(?:export[ \t]+)?[A-Za-z_][\w.-]*[ \t]*=/m.test(text)

const codeOf = ({ path, text }: ParsedFile): string =>
  /\.(?:md|markdown|adoc)$/i.test(path) || path === ''
    ? codeBlocks(text, /^(?:(?:ba|z)?sh|shell|console|env|dotenv|properties|ini|toml|dockerfile|powershell|text|txt)$/i)
    : text

const clientsIn = (file: ParsedFile): NamedClient[] => clientsOfNames(expandedTexts(namedTexts(codeOf(file))))

function draftOf(file: ParsedFile): ImportDraft {
  const code = codeOf(file)
  const texts = expandedTexts(namedTexts(code))
  const clients = clientsOfNames(texts)
  const lines = lineNumbers(code)
  const used = new Set(clients.flatMap((client) => client.used))
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
    variables: texts
      .filter(({ name, separator }) => separator === '=' && !used.has(name))
      .map(({ name, text }) => ({ name, value: text, secret: false })),
    variableSets: [],
    notes: clients.flatMap(({ at, read }) =>
      read.notes
        // What is not used is a variable, and what has no value is asked for.
        .filter(({ code: note }) => note !== 'not_used' && note !== 'placeholders' && note !== 'secret_not_there')
        .map(({ code: note, names }) => ({
          fact: { code: 'settings', evidence: { note, names } },
          place: file.atLine(lines(at)),
          call: '',
        })),
    ),
  }
}
