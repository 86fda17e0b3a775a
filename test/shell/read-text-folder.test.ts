import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readTextFolder } from '../../electron/shell/read-text-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}
const paths = ({ files }: { files: { path: string }[] }) => files.map((file) => file.path)

test('texts are read with their paths, hidden files too, and nothing of tools or packages', async () => {
  write('.env', 'A=1')
  write('a/b/call.bru', 'get {')
  write('.insomnia/Request/r.yml', 'a: 1')
  write('.git/config', 'x')
  write('.vscode/settings.json', '{}')
  write('node_modules/p/package.json', '{}')
  write('package-lock.json', '{}')
  const read = await readTextFolder(folder, 1000)
  expect(paths(read)).toEqual(['.env', '.insomnia/Request/r.yml', 'a/b/call.bru'])
  expect(read).toMatchObject({ leftOut: [], exceeded: null, files: [{ text: 'A=1' }, {}, {}] })
})

test('a picture and a file that is too large are left out and named, and the others are read', async () => {
  write('a.bru', 'get {')
  write('logo.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex'))
  write('large.json', ' '.repeat(2000))
  const read = await readTextFolder(folder, 1000)
  expect(paths(read)).toEqual(['a.bru'])
  expect(read.leftOut).toEqual([
    { path: 'large.json', why: 'too_large' },
    { path: 'logo.png', why: 'binary' },
  ])
})

test('links are not followed', async () => {
  write('a.txt', 'a')
  symlinkSync(folder, path.join(folder, 'loop'))
  symlinkSync('/etc/hostname', path.join(folder, 'outside'))
  expect(paths(await readTextFolder(folder, 1000))).toEqual(['a.txt'])
})

test('a folder with more text than is read says so', async () => {
  write('a.txt', 'a'.repeat(600))
  write('b.txt', 'b'.repeat(600))
  expect(await readTextFolder(folder, 1000)).toMatchObject({ exceeded: 'characters' })
})

test('folders nested too deep are named', async () => {
  write(`${'d/'.repeat(60)}a.txt`, 'a')
  expect(await readTextFolder(folder, 1000)).toMatchObject({ exceeded: 'depth' })
})
