import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { copyWorkspace } from '../../../electron/core/workspace/copy-workspace.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'
import { exchange } from '../evidence/exchange.ts'

let folder: string
let file: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-copy-'))
  file = path.join(folder, 'workspace.sqlite')
  const workspace = openWorkspace(file)
  for (const id of ['reviewed', 'other', 'gone'])
    workspace.environments.add({ id, builtIn: false, value: { ...newEnvironment, name: id } })
  workspace.environments.delete('gone', 1)
  for (const environmentId of ['reviewed', 'other'])
    workspace.exchanges.add({ ...exchange, id: `of-${environmentId}`, environmentId })
  workspace.audit.add({ id: 'done', at: 1, kind: 'environment_restored', environmentId: 'other', detail: {} })
  workspace.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a copy has the other environments, and the exchanges of the one alone', () => {
  const copy = copyWorkspace(file, 'reviewed')
  expect(copy.environments.list().map(({ id }) => id)).toEqual(['reviewed', 'other'])
  expect(copy.exchanges.list(null, 10).map(({ id }) => id)).toEqual(['of-reviewed'])
  expect(copy.exchanges.get('of-reviewed')).toEqual({ ...exchange, id: 'of-reviewed', environmentId: 'reviewed' })
  expect(copy.audit.count()).toBe(1)
  copy.close()
})

test('what is done with a copy is in neither the file nor the trail', () => {
  const before = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)).toString('hex'))
  const copy = copyWorkspace(file, 'reviewed')
  copy.environments.delete('other', 1)
  copy.audit.add({ id: 'more', at: 2, kind: 'environment_deleted', environmentId: 'other', detail: {} })
  expect(copy.audit.count()).toBe(1)
  copy.close()
  expect(readdirSync(folder).map((name) => readFileSync(path.join(folder, name)).toString('hex'))).toEqual(before)
})

test('a file that is not there is not made', () => {
  expect(() => copyWorkspace(path.join(folder, 'none'), 'reviewed')).toThrow('unable to open database file')
  expect(readdirSync(folder)).not.toContain('none')
})
