import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { removeUnfinished, saveInParts } from '../../electron/shell/save-in-parts.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parts-'))
  file = path.join(folder, 'exchanges.har')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* parts(count: number, end: () => void = () => {}): AsyncGenerator<string, void> {
  for (let part = 0; part < count; part += 1) yield `part ${part} é\n`
  end()
}

test('the file is there with all parts, for its owner alone', async () => {
  await saveInParts(file, parts(1000))
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(1001)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['exchanges.har'])
})

test('the end of the app leaves nothing unfinished, and what was there before', async () => {
  writeFileSync(file, 'before')
  const seen: string[][] = []
  const end = () => {
    removeUnfinished()
    seen.push(readdirSync(folder))
    throw new Error('ended')
  }
  await expect(saveInParts(file, parts(3, end))).rejects.toThrow('ended')
  expect(seen).toEqual([['exchanges.har']])
  expect(readFileSync(file, 'utf8')).toBe('before')
})

test('nothing is there while parts come', async () => {
  await saveInParts(
    file,
    parts(3, () => expect(readdirSync(folder)).not.toContain('exchanges.har')),
  )
})

test('parts that fail leave what was there before, and nothing else', async () => {
  writeFileSync(file, 'before')
  const failing = parts(3, () => {
    throw new Error('cancelled')
  })
  await expect(saveInParts(file, failing)).rejects.toThrow('cancelled')
  expect(readFileSync(file, 'utf8')).toBe('before')
  expect(readdirSync(folder)).toEqual(['exchanges.har'])
})

test('a place where nothing can be written is said', async () => {
  await expect(saveInParts(path.join(folder, 'none', 'a.har'), parts(1))).rejects.toThrow('ENOENT')
})
