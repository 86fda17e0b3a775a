import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditKeysOf, newAuditKey } from '../../electron/core/audit/audit-keys.ts'
import { connect } from '../../electron/core/workspace/connect.ts'
import { createWorkspaceFile } from '../../electron/core/workspace/create.ts'
import { openTrail, type TestTrail } from '../core/audit/trail-of.ts'

const writer = path.resolve(import.meta.dirname, '../core/audit/writer.ts')
const key = newAuditKey()
let folder: string
let file: string
let opened: TestTrail

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ccx-audit-'))
  file = path.join(folder, 'workspace.sqlite')
  createWorkspaceFile(file)
  opened = openTrail(connect(file, 'FULL'))
  opened.begin(auditKeysOf(key) ?? undefined)
})
afterEach(() => {
  opened.database.close()
  rmSync(folder, { recursive: true })
})

/** Gives the last number that it said, once it has ended; it is killed after `killAfter`. */
async function write(from: number, count: number, killAfter: number | null): Promise<number> {
  const child = spawn(process.execPath, [writer, file, key, String(from), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let last = 0
  for await (const line of createInterface(child.stdout)) {
    if (line !== 'done') last = Number(line)
    if (last === killAfter) child.kill('SIGKILL')
  }
  expect(await ended).toEqual(killAfter === null ? [0, null] : [null, 'SIGKILL'])
  return last
}

const idsOf = (trail: TestTrail): unknown[] => trail.all().map(({ id }) => id)

test.for([1, 2, 40, 77])(
  'S1: killed by SIGKILL after entry %i, the chain is intact, and has all that was acknowledged',
  async (killAfter) => {
    const acknowledged = await write(1, 1000, killAfter)
    const ids = idsOf(opened)
    expect(ids.length).toBeGreaterThanOrEqual(acknowledged)
    expect(ids).toEqual(ids.map((_id, index) => `event-${index + 1}`))
    expect(await opened.verify()).toEqual({ break: null, from: 1, unsealed: 0, asFound: 0 })
  },
)

test('two processes that write at the same time make one chain', async () => {
  await Promise.all([write(1, 100, null), write(1001, 100, null)])
  expect(opened.all()).toHaveLength(200)
  expect(new Set(idsOf(opened)).size).toBe(200)
  expect(await opened.verify()).toEqual({ break: null, from: 1, unsealed: 0, asFound: 0 })
})

test('one process is killed while another writes, and the chain is intact', async () => {
  const [, other] = await Promise.all([write(1, 1000, 30), write(1001, 100, null)])
  expect(other).toBe(1100)
  expect(await opened.verify()).toMatchObject({ break: null, unsealed: 0 })
})
