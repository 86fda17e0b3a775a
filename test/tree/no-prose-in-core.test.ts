import { expect, test } from 'vitest'
import { textsIn, textsOf, type WrittenText } from '../support/texts-in.ts'

/** Two words of a language, one after the other, the second one small. Codes, names and paths have no spaces. */
const prose = /\p{L}{2}[,;:.]? \p{Ll}{2}/u

/** A word that is put between or behind others, such as "or" in a list, or a unit. */
const joining = /^ \p{Ll}{2,} ?$|\{\} \p{Ll}{2,} \{\}/u

/** Statements of SQLite, which a person never reads. */
const sql =
  /^\s*(?:SELECT|UPDATE|DELETE|INSERT|ALTER|CREATE|DROP|PRAGMA|WHERE|ORDER|FROM|\{\} (?:WHERE|ORDER)|BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK)\b/

/** What a format, a protocol or a library demands, or what is stored as it is. A person reads none as a sentence of ours. */
const demanded: Readonly<Record<string, string>> = {
  'core/evidence/html.ts': 'markup and a style sheet',
  'core/secrets/scrypt-thread.ts': 'the program of a thread',
  'core/secrets/data-key.ts': 'sealed to see whether a key is the right one: stored',
  'core/secrets/sources/aws-problem.ts': 'a message of the SDK that is recognized',
  'core/importing/not-ours.ts': 'how files of SQLite begin',
  'core/workspace/recovery/header.ts': 'how files of SQLite begin',
  'core/shared-file/shared-file.ts': 'title and description of the published JSON schema',
  'core/http/request-headers.ts': 'Accept-Encoding',
  'core/api-request/multipart.ts': 'media type and header field of a form',
  'core/exporting/other-tools/http-file/call-body.ts': 'media type and header field of a form',
  'core/exporting/other-tools/http-file/token-lines.ts': 'lines of a file of requests',
  'core/copy-as/languages/csharp.ts': 'a program in C#',
  'core/copy-as/languages/go.ts': 'a program in Go',
  'core/copy-as/languages/java.ts': 'a program in Java',
  'core/copy-as/languages/javascript.ts': 'a program in JavaScript',
  'core/copy-as/languages/python.ts': 'a program in Python',
  'core/json/json-place.ts': 'the notation of a place in JSON',
  'core/oauth/named-texts.ts': 'the notation of a place in JSON',
  'core/exporting/record-export.ts': 'values in the stored log of events',
  'core/calls/export-environments.ts': 'values in the stored log of events',
  'core/workspace/migrations/migrate.ts': 'names of files',
  'core/workspace/recovery/backups.ts': 'names of files',
  'core/workspace/recovery/keep-log.ts': 'names of files',
  'core/workspace/recovery/repair-rows.ts': 'names of files',
  'core/workspace/recovery/suspicion.ts': 'a line of the log of the process, for developers',
}

const isProse = ({ text, isThrown }: WrittenText) =>
  (prose.test(text) || joining.test(text)) && !sql.test(text) && !isThrown

const fileOf = ({ place }: WrittenText) => place.replace(/^electron\//, '').replace(/:\d+$/, '')

test.each([
  ["const message = 'The key is damaged.'", true],
  ['const message = `The key ${name} is damaged.`', true],
  ["const label = 'entered here'", true],
  ["const expected = lengths.join(' or ')", true],
  ['const algorithm = `${alg} with ${enc}`', true],
  ["problem('key_damaged', { of: 'client-key' })", false],
  ["database.prepare('SELECT name FROM secrets WHERE id = ?')", false],
  ["throw new Error('A bug: this cannot be.')", false],
])('%s is prose: %j', (source, expected) => {
  expect(textsOf('a.ts', source).some(isProse)).toBe(expected)
})

// What is thrown is a bug or is caught beside it: outcomes are values, and people read those.
test('core has no English: sentences are written in wording, of a code and its evidence', () => {
  const texts = textsIn('electron/core/**/*.ts')
  expect(texts.length).toBeGreaterThan(5000)
  const found = texts.filter(isProse).filter((one) => {
    return demanded[fileOf(one)] === undefined
  })
  expect(found).toEqual([])
})

test('every file that may have such texts has one', () => {
  const files = new Set(textsIn('electron/core/**/*.ts').filter(isProse).map(fileOf))
  expect(Object.keys(demanded).filter((file) => !files.has(file))).toEqual([])
})
