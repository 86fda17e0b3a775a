import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeFolder } from '../../electron/shell/write-folder.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'ccx-write-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

const file = (name: string, text = 'text') => ({ path: name, text })

test('files are written into a new folder, in folders of their own', async () => {
  const long = `${'生'.repeat(60)} 2.postman_collection.json`
  const folder = await writeFolder(parent, 'Shop', [
    file('a.bru', 'ü'),
    file('b/c/d.bru'),
    file('.env.example'),
    file(long),
  ])
  expect(folder).toBe(path.join(parent, 'Shop'))
  expect(readFileSync(path.join(folder, 'a.bru'), 'utf8')).toBe('ü')
  expect(readdirSync(folder, { recursive: true }).map(String).toSorted()).toEqual(
    ['.env.example', 'a.bru', 'b', 'b/c', 'b/c/d.bru', long].map((name) => path.normalize(name)),
  )
})

test('a folder, a file or a dangling link of that name is left as it is, and a free name is taken', async () => {
  mkdirSync(path.join(parent, 'Shop'))
  symlinkSync(path.join(parent, 'nowhere'), path.join(parent, 'Shop 2'))
  expect(await writeFolder(parent, 'Shop', [file('a')])).toBe(path.join(parent, 'Shop 3'))
  expect(readdirSync(path.join(parent, 'Shop'))).toEqual([])
  expect(existsSync(path.join(parent, 'nowhere'))).toBe(false)
})

test.each([
  '../a',
  'a/../../b',
  '/etc/a',
  'a//b',
  '',
  '.',
  'a/..',
  'C:\\a',
  'a\\b',
  'con',
  'a.',
  'a/nul.txt',
  'a\u0000b',
])('the path %j is refused, and nothing is written', async (name) => {
  await expect(writeFolder(parent, 'Shop', [file('first'), file(name)])).rejects.toThrow('No file can have this name')
  expect(readdirSync(parent)).toEqual([])
})

test.each(['..', '../Shop', 'a/../..', ''])('the folder name %j is refused', async (name) => {
  await expect(writeFolder(parent, name, [file('a')])).rejects.toThrow('No file can have this name')
  expect(readdirSync(parent)).toEqual([])
})

test('where one file cannot be written, none is left', async () => {
  await expect(writeFolder(parent, 'Shop', [file('a'), file('b'), file('a')])).rejects.toThrow('EEXIST')
  await expect(writeFolder(parent, 'Shop', [file('a'), file('a/b')])).rejects.toThrow(/EEXIST|ENOTDIR/)
  expect(readdirSync(parent)).toEqual([])
})
