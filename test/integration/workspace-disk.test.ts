import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUp } from '../../electron/core/workspace/recovery/back-up.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { workspaceFaultText } from '../../electron/wording/workspace-fault.ts'
import { WorkspaceFault } from '../../electron/core/workspace/recovery/workspace-fault.ts'
import { fillWorkspace, idsIn } from '../core/workspace/fill.ts'
import { mayMount, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { because } from '../support/skipped.ts'
import { isRoot } from '../support/unprivileged.ts'

const saver = path.resolve(import.meta.dirname, '../core/workspace/saver.ts')
const missingDisk = mayMount() ? null : 'Only root may mount a disk in memory.'
const missingShell = process.platform === 'win32' ? 'There is no shell with limits on Windows.' : null
const missingPermissions = isRoot ? 'Permissions do not bind root.' : null

/** Saves until it fails; gives the last acknowledged number and what was said. */
function saveUntilItFails(command: string, args: string[]): { acknowledged: number; said: string } {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', timeout: 30_000 })
  expect(status).toBe(1)
  return { acknowledged: Number(stdout.trim().split('\n').at(-1)), said: stderr }
}

function expectSaved(file: string, acknowledged: number): void {
  expect(acknowledged).toBeGreaterThan(0)
  const workspace = openWorkspace(file)
  const rows = workspace.environments.list().filter(({ id }) => id.startsWith('saved-'))
  expect(rows.length).toBe(acknowledged)
  const saved = Number(workspace.environments.get('saved')?.value.name.replace('save ', ''))
  expect([acknowledged, acknowledged + 1]).toContain(saved)
  workspace.close()
}

function textOf(run: () => unknown): string | null {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof WorkspaceFault) return workspaceFaultText(error.fault)
    throw error
  }
}

describe.skipIf(missingDisk !== null)(`on a disk in memory that the test mounts${because(missingDisk)}`, () => {
  function onDisk(size: string, run: (disk: SmallDisk, file: string) => void | Promise<void>): () => Promise<void> {
    return async () => {
      const disk = mountSmallDisk(size)
      try {
        await run(disk, path.join(disk.folder, 'workspace.sqlite'))
      } finally {
        disk.close()
      }
    }
  }

  test(
    'S2: a save on a full disk fails with the path, and what was acknowledged before is there',
    onDisk('1m', (disk, file) => {
      const { acknowledged, said } = saveUntilItFails(process.execPath, [saver, file, '5000'])
      expect(said).toContain(`WORKSPACE_FULL: The disk is full, and the workspace ${file} could not be written.`)
      expect(said).toContain('What was stored before is intact. Free some space, then try again.')
      disk.change('size=8m')
      expectSaved(file, acknowledged)
    }),
  )

  test(
    'S2: a start on a full disk shows what is there, or names the path and changes nothing',
    onDisk('1m', (disk, file) => {
      const ids = fillWorkspace(file, 5)
      fillUp(disk.folder)
      const text = textOf(() => expect(idsIn(file)).toEqual(ids))
      expect(text ?? 'All is there.').toMatch(new RegExp(`^(?:All is there|WORKSPACE_(?:FULL|UNAVAILABLE): .*${file})`))
      rmSync(path.join(disk.folder, 'filling'))
      expect(idsIn(file)).toEqual(ids)
    }),
  )

  test(
    'S2: a first start on a full disk names the path and leaves no half workspace',
    onDisk('64k', (disk, file) => {
      fillUp(disk.folder)
      expect(textOf(() => openWorkspace(file))).toContain(file)
      expect(readdirSync(disk.folder)).toEqual(['filling'])
      rmSync(path.join(disk.folder, 'filling'))
      disk.change('size=1m')
      expect(idsIn(file)).toEqual([])
    }),
  )

  test(
    'S2: no backup is made where there is no room, no half one is left, and the earlier ones stay',
    onDisk('1m', async (disk, file) => {
      fillWorkspace(file, 5)
      expect((await backUp(file, Date.UTC(2026, 10, 1))).kind).toBe('made')
      const before = readdirSync(path.join(disk.folder, 'backups'))
      fillUp(disk.folder)
      expect(await backUp(file, Date.UTC(2026, 10, 2))).toMatchObject({ reason: { code: 'no_room' } })
      expect(readdirSync(path.join(disk.folder, 'backups'))).toEqual(before)
    }),
  )

  test(
    'S2: a read-only folder is named, at the start and by a backup, and nothing in it changes',
    onDisk('1m', async (disk, file) => {
      const ids = fillWorkspace(file, 5)
      const before = readFileSync(file)
      disk.change('ro')
      const text = textOf(() => openWorkspace(file))
      expect(text).toContain(`WORKSPACE_UNAVAILABLE: The workspace ${file} could not be used: EROFS`)
      expect(text).toContain('can be written to, then try again')
      await expect(backUp(file, Date.now())).rejects.toThrow('EROFS')
      expect(readFileSync(file).equals(before)).toBe(true)
      expect(readdirSync(disk.folder)).toEqual(['workspace.sqlite'])
      disk.change('rw')
      expect(idsIn(file)).toEqual(ids)
    }),
  )
})

describe.skipIf(missingShell !== null)(`without its own disk${because(missingShell)}`, () => {
  test('S2: a save beyond a file-size limit fails with the path, and what was acknowledged before is there', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ccx-limit-'))
    const file = path.join(folder, 'workspace.sqlite')
    // The signal for a file that grows too large would end the program; ignored, the write itself fails.
    const limited = `trap '' XFSZ; ulimit -f 1024; exec "$@"`
    const { acknowledged, said } = saveUntilItFails('sh', ['-c', limited, 'sh', process.execPath, saver, file, '5000'])
    expect(said).toMatch(new RegExp(`^WORKSPACE_(?:FULL|UNAVAILABLE): .*${file}.* What was stored before is intact.`))
    expectSaved(file, acknowledged)
    rmSync(folder, { recursive: true })
  })

  test.skipIf(missingPermissions !== null)(
    `S2: a folder without the right to write is named${because(missingPermissions)}`,
    () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'ccx-folder-'))
      const file = path.join(folder, 'workspace.sqlite')
      const ids = fillWorkspace(file, 2)
      chmodSync(folder, 0o500)
      expect(textOf(() => openWorkspace(file))).toContain(file)
      chmodSync(folder, 0o700)
      expect(idsIn(file)).toEqual(ids)
      rmSync(folder, { recursive: true })
    },
  )
})

/** Leaves no block free. */
function fillUp(folder: string): void {
  const filling = path.join(folder, 'filling')
  for (let size = 4096; size <= 4 << 20; size += 4096) {
    try {
      writeFileSync(filling, Buffer.alloc(4096), { flag: 'a' })
    } catch {
      break
    }
  }
  expect(existsSync(filling) && statSync(filling).size).toBeGreaterThan(0)
}
