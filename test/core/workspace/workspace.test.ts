import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { builtInApiCalls, builtInEnvironments } from '../../../electron/core/sandbox-environment.ts'
import { migrations } from '../../../electron/core/workspace/migrations.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'

let folder: string
let file: string
const [sandbox] = builtInEnvironments
const [request] = builtInApiCalls
if (sandbox === undefined || request === undefined) throw new Error('no built-in environment')
const environment = (id: string) => ({ ...sandbox, id, builtIn: false })

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-workspace-'))
  file = path.join(folder, 'deep', 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a workspace of a newer version is refused, both versions are named, and the file is untouched', () => {
  openWorkspace(file).close()
  const newer = new DatabaseSync(file)
  newer.exec('PRAGMA user_version = 99')
  newer.close()
  const before = readFileSync(file)
  expect(() => openWorkspace(file)).toThrow(new RegExp(`version 99.*up to ${migrations.length}`))
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a file that is no database is refused and kept', () => {
  openWorkspace(file).close()
  writeFileSync(file, 'not a database, but somebody’s file')
  expect(() => openWorkspace(file)).toThrow('not a database')
  expect(readFileSync(file, 'utf8')).toContain('somebody')
})

test('only its owner may read it', () => {
  openWorkspace(file).close()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
})

test('what was added is there when it is opened again', () => {
  const first = openWorkspace(file)
  first.environments.add(environment('a'))
  first.apiCalls.put({ ...request, id: 'c', environmentId: 'a' })
  first.close()
  const second = openWorkspace(file)
  expect(second.environments.list().map(({ id }) => id)).toEqual(['a'])
  expect(second.apiCalls.list('a')).toHaveLength(1)
  second.close()
})

test('a deleted environment can be restored with its calls until the app ends, then it is gone', () => {
  const first = openWorkspace(file)
  first.environments.add(environment('a'))
  first.apiCalls.put({ ...request, id: 'c', environmentId: 'a' })
  expect(first.environments.delete('a', 1)).toBe(true)
  expect(first.environments.list()).toEqual([])
  expect(first.environments.restore('a')).toBe(true)
  expect(first.apiCalls.list('a')).toHaveLength(1)
  first.environments.delete('a', 2)
  first.close()
  const second = openWorkspace(file)
  expect(second.environments.restore('a')).toBe(false)
  second.close()
})

test('a built-in environment cannot be deleted', () => {
  const workspace = openWorkspace(':memory:')
  workspace.environments.add(sandbox)
  expect(workspace.environments.delete(sandbox.id, 1)).toBe(false)
  workspace.close()
})
