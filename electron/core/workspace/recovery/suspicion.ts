import { existsSync, rmSync, writeFileSync } from 'node:fs'

const mark = (workspace: string): string => `${workspace}-check`

/** Remembers for the next start that the whole file has to be looked at before it is trusted. */
export function suspect(workspace: string): void {
  try {
    writeFileSync(mark(workspace), '', { mode: 0o600 })
  } catch (error) {
    console.error('The suspicion about the workspace was not kept:', error)
  }
}

export const isSuspect = (workspace: string): boolean => existsSync(mark(workspace))

export function clearSuspicion(workspace: string): void {
  rmSync(mark(workspace), { force: true })
}
