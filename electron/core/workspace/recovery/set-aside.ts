import { existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { companions, dated, freeName } from '../files.ts'
import { clearSuspicion } from './suspicion.ts'

/**
 * Gives the workspace's files a dated name beside their old one, and that name; null when there was no database.
 * @throws Node's error, and then nothing was lost: at worst the companions still have their old name
 */
export function setAside(workspace: string, now: number): string | null {
  const to = freeName(path.dirname(workspace), `workspace ${dated(now)} damaged`)
  const files = ['', ...companions].filter((suffix) => existsSync(`${workspace}${suffix}`))
  for (const suffix of files) renameSync(`${workspace}${suffix}`, `${to}${suffix}`)
  rmSync(`${workspace}.partial`, { force: true })
  clearSuspicion(workspace)
  return files.includes('') ? to : null
}
