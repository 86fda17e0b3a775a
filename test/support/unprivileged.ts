import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const nobody = 65_534

/** Chromium refuses its sandbox to root, so root's tests run the app, and all that it lives with, as nobody. */
export const isRoot = process.getuid?.() === 0

/** The command line that runs a program as the user of the tests. */
export const unprivileged = (...command: readonly string[]): readonly string[] =>
  isRoot ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', ...command] : command

/** A temporary folder of that user. */
export function unprivilegedFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `ccx-${name}-`))
  if (isRoot) chownSync(folder, nobody, nobody)
  return folder
}

/** The app may still be writing while it ends, and Node gives up in silence when a file vanishes under its hands. */
export function removeFolder(folder: string): void {
  for (let tries = 0; tries < 5 && existsSync(folder); tries += 1) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
