import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problemsOfWhole } from '../../electron/core/workspace/recovery/integrity.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'

const saver = path.resolve(import.meta.dirname, '../core/workspace/saver.ts')
let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-kill-'))
  file = path.join(folder, 'workspace.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

test.for([1, 2, 37, 101, 199])(
  'S1: killed by SIGKILL after save %i, what was acknowledged is there, and no row is torn',
  async (killAfter) => {
    const acknowledged = await saveUntil(killAfter)
    expect(acknowledged).toBeGreaterThanOrEqual(killAfter)
    const workspace = openWorkspace(file)
    expect(workspace.lostLog).toBeNull()
    const saved = workspace.environments.get('saved')?.value
    const number = Number(saved?.name.replace('save ', ''))
    expect(number).toBeGreaterThanOrEqual(acknowledged)
    const rows = workspace.environments.list().filter(({ id }) => id.startsWith('saved-'))
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged)
    expect(rows.length).toBeLessThanOrEqual(number)
    for (const { value } of [...rows, { value: saved }]) {
      const own = value?.name.replace('save ', '')
      expect(new Set(value?.audience.split(' '))).toEqual(new Set([own]))
    }
    workspace.close()
    const database = new DatabaseSync(file)
    expect(problemsOfWhole(database)).toEqual([])
    database.close()
  },
)

/** Kills it once it has said this number; gives the last that it said. */
async function saveUntil(killAfter: number): Promise<number> {
  const child = spawn(process.execPath, [saver, file, '1000'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let last = 0
  for await (const line of createInterface(child.stdout)) {
    if (line === 'done') throw new Error('It was done before it could be killed.')
    last = Number(line)
    if (last === killAfter) child.kill('SIGKILL')
  }
  expect(await ended).toEqual([null, 'SIGKILL'])
  return last
}
