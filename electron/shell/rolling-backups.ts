import type { BackupResult, NoBackup } from '../contract/backup.ts'
import { errorMessage } from '../core/error-message.ts'

const afterStart = 10_000
const day = 86_400_000

export interface BackupHost {
  mayHaveChanged: () => boolean
  /** Gives the function that calls it off. */
  run: (heard: (message: BackupResult) => void) => () => void
  later: (run: () => void, milliseconds: number) => () => void
  /** Tells the person that there is no new backup, and why. */
  warn: (reason: NoBackup) => void
}

/** Makes a backup some seconds after the start and then once a day, if anything changed. Gives the function that ends this. */
export function keepBackups({ mayHaveChanged, run, later, warn }: BackupHost): () => void {
  let end = later(turn, afterStart)

  function turn(): void {
    const next = (): void => {
      end = later(turn, day)
    }
    try {
      if (!mayHaveChanged()) return next()
    } catch (error) {
      next()
      return warn({ code: 'failed', evidence: { message: errorMessage(error) } })
    }
    end = run((result) => {
      next()
      if (result.kind === 'not_made') warn(result.reason)
    })
  }

  return () => end()
}
