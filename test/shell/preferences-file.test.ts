import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openPreferencesFile } from '../../electron/shell/preferences-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'ccx-preferences-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each(['', '{', 'null', '[', '"text"'])(
  'a broken file is as good as empty, and the next change mends it: %j',
  (text) => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, text)
    const preferences = openPreferencesFile(file)
    expect(preferences.get('preferences')).toBeUndefined()
    preferences.set('preferences', { theme: 'dark' })
    expect(openPreferencesFile(file).get('preferences')).toEqual({ theme: 'dark' })
  },
)

test('a change that cannot be written counts until the app ends, and the file is as it was', () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
  const file = join(folder, 'unwritable.json')
  writeFileSync(file, '{"preferences":{"theme":"dark"}}')
  // A folder has the name of the unfinished file.
  mkdirSync(`${file}.unfinished`)
  const preferences = openPreferencesFile(file)
  preferences.set('preferences', { theme: 'light' })
  expect(preferences.get('preferences')).toEqual({ theme: 'light' })
  expect(readFileSync(file, 'utf8')).toBe('{"preferences":{"theme":"dark"}}')
  expect(errors).toHaveBeenCalledOnce()
  errors.mockRestore()
})

test('a change keeps the other members, in a file for its owner alone and with nothing beside it', () => {
  const file = join(folder, 'new folder', 'preferences.json')
  const preferences = openPreferencesFile(file)
  preferences.set('window', { maximized: true })
  preferences.set('preferences', { theme: 'dark' })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    window: { maximized: true },
    preferences: { theme: 'dark' },
  })
  expect(readdirSync(join(folder, 'new folder'))).toEqual(['preferences.json'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
