import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { OpenHistory } from '../../../electron/core/history/open-history.ts'
import { openWorkspace } from '../../../electron/core/workspace/workspace.ts'
import { allExchanges } from '../../../electron/common/all-exchanges.ts'
import { recordingIn } from './workspace-of-history.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'killed-'))
  file = path.join(folder, 'workspace.sqlite')
  openWorkspace(file).close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function record(from: number, count: number): void {
  const database = new DatabaseSync(file)
  const { add } = recordingIn(database)
  for (let number = from; number < from + count; number += 1) add({ id: `e${number}`, startedAt: number })
  database.close()
}

/** Starts a program that makes the index, and kills it after some steps. */
async function killAfter(steps: number): Promise<void> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'index-for-ever.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  let seen = 0
  child.stdout.on('data', (said: Buffer) => {
    seen += said.toString().split('\n').length - 1
    if (seen >= steps) child.kill('SIGKILL')
  })
  await closed
}

test('an index whose program was killed at any step is brought up to the workspace', { timeout: 60_000 }, async () => {
  let count = 0
  for (const steps of [1, 2, 3, 5]) {
    record(count, 150)
    count += 150
    await killAfter(steps)
    const history = new OpenHistory(file)
    history.catchUp(Infinity)
    const found = (text: string) => history.do((opened) => opened.search({ ...allExchanges, text })).found
    expect([found(''), found('tenant')]).toEqual([count, count])
    history.close()
  }
})
