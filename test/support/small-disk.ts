import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isRoot } from './unprivileged.ts'

/** A disk in memory, which only root may mount. */
export interface SmallDisk {
  folder: string
  /** As for `mount -o remount,…`: `ro`, or another size. */
  change: (options: string) => void
  close: () => void
}

export function mountSmallDisk(size: string): SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'ccx-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0777`, 'tmpfs', folder], { stdio: 'pipe' })
  return {
    folder,
    change: (options) => execFileSync('mount', ['-o', `remount,${options}`, folder], { stdio: 'pipe' }),
    close: () => {
      execFileSync('umount', ['-l', folder], { stdio: 'pipe' })
      rmdirSync(folder)
    },
  }
}

/** Root of a container may lack the right to. */
export function mayMount(): boolean {
  if (!isRoot) return false
  try {
    mountSmallDisk('64k').close()
    return true
  } catch {
    return false
  }
}
