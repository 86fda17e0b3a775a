import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportReading } from '../../electron/contract/sharing.ts'
import { importCalls } from '../../electron/core/calls/import-environments.ts'
import type { FolderTexts } from '../../electron/core/ports.ts'
import { openSharing, type Sharing } from './sharing-app.ts'
import { sharedFile } from '../support/shared-file.ts'

let app: Sharing
beforeEach(() => {
  app = openSharing()
})
afterEach(() => app.close())

const context = () => ({ flowId: 'flow', signal: new AbortController().signal })
const dotenv = { path: '.env', text: 'TOKEN_URL=https://as.example/token\nCLIENT_ID=orders\n' }
const own = (path: string) => ({ path, text: sharedFile([{ id: 'environment', name: path, stage: 'other' }]) })
const notes = { path: 'README.md', text: 'hello' }

const read = (...files: FolderTexts['files']) => app.api.readImport({ kind: 'texts', name: 'folder', files }, context())
const codesOf = (reading: ImportReading) =>
  reading.kind === 'preview'
    ? reading.notes.map(({ fact }) => fact.code)
    : [reading.kind === 'refused' ? reading.reason.code : reading.kind]

test('a file of this app among those of others is named, and not read', async () => {
  const reading = await read(own('a.ccx.json'), dotenv)
  expect(codesOf(reading)).toContain('own_file')
  expect(reading).toMatchObject({ items: [{ settings: { client_id: 'orders' } }] })
})

test('the only file of this app is read where nothing else is known', async () => {
  expect(await read(own('a.ccx.json'), notes)).toMatchObject({ kind: 'preview', items: [{ name: 'a.ccx.json' }] })
})

test('several files of this app are refused by name', async () => {
  expect(codesOf(await read(own('a.ccx.json'), own('b.ccx.json')))).toEqual(['several_own_files'])
})

test.each([
  ['a text that is nothing known', 'hello', 'not_recognized'],
  ['an archive', 'PK\u{3}\u{4}abc', 'other_file'],
  ['an empty text', ' ', 'empty'],
  ['JSON of something else', '{"a":1}', 'other_format'],
  ['JSON that was cut short', '{"a":', 'json_invalid'],
  ['a web page', '<html>', 'other_file'],
])('%s is refused by name', async (_what, text, code) => {
  expect(codesOf(await read({ path: '', text }))).toEqual([code])
})

test('several files of which none is known are refused together', async () => {
  const files = ['hello', '{"a":1}', '<html>'].map((text, index) => ({ path: `${index}.txt`, text }))
  expect(codesOf(await read(...files))).toEqual(['not_recognized'])
})

const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'
test.each([
  ['a token', 'token', `Bearer ${jwt}\n`],
  ['an encrypted token', 'token', 'eyJhbGciOiJkaXIifQ..a.b.c'],
  ['a document of an office program', 'office', 'PK\u{3}\u{4}\u{14}\0[Content_Types].xml'],
])('%s is named for what it is', async (_what, kind, text) => {
  expect(await read({ path: '', text })).toMatchObject({ reason: { code: 'other_file', evidence: { kind } } })
})

test('characters that cannot be read are noted with their file and line', async () => {
  const latin1 = { ...dotenv, text: `${dotenv.text}CLIENT_SECRET=Gr\u{FFFD}\u{FFFD}e\n` }
  for (const files of [[latin1], [latin1, notes]]) {
    expect(await read(...files)).toMatchObject({
      notes: expect.arrayContaining([
        {
          fact: { code: 'characters_not_read', evidence: {} },
          place: { file: '.env', line: 3, pointer: null },
          call: '',
        },
      ]),
    })
  }
})

test('a cancelled reading says nothing', async () => {
  const given = { kind: 'texts' as const, name: '', files: [dotenv] }
  expect(await app.api.readImport(given, { flowId: 'flow', signal: AbortSignal.abort() })).toEqual({
    kind: 'cancelled',
  })
})

const ofFolder = (folder: Partial<FolderTexts>) => {
  const openFolder = async () => ({ name: 'folder', files: [dotenv], leftOut: [], exceeded: null, ...folder })
  return importCalls({ ...app.core, openFolder }).readImport({ kind: 'choose_folder' }, context())
}

test('what a folder has that is no text is noted, and the rest is read', async () => {
  const leftOut = Array.from({ length: 8 }, (_, index) => ({ path: `${index}.png`, why: 'binary' as const }))
  const reading = await ofFolder({ leftOut })
  expect(codesOf(reading)).toContain('files_left_out')
})

test.each(['files', 'characters', 'depth'] as const)(
  'of a folder with too many %s nothing is read',
  async (exceeded) => {
    expect(await ofFolder({ exceeded })).toMatchObject({ kind: 'refused', fileName: 'folder' })
  },
)
