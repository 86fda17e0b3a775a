import { assertNever } from '../common/assert-never.ts'
import type { BackupMessage } from './backup-process.ts'

const afterStart = 10_000
const day = 86_400_000

export interface BackupHost {
  workspace: string
  mayHaveChanged: () => boolean
  /** Gives the function that calls it off. */
  run: (heard: (message: BackupMessage) => void) => () => void
  later: (run: () => void, milliseconds: number) => () => void
  /** Tells the person that there is no new backup, and why. */
  tell: (message: string) => void
}

/** Makes a backup some seconds after the start and then once a day, if anything changed. Gives the function that ends this. */
export function keepBackups({ workspace, mayHaveChanged, run, later, tell }: BackupHost): () => void {
  let end = later(turn, afterStart)

  function turn(): void {
    const next = (): void => {
      end = later(turn, day)
    }
    const failed = (reason: string): void => {
      next()
      tell(problemOf({ kind: 'failed', reason }, workspace) ?? reason)
    }
    try {
      if (!mayHaveChanged()) return next()
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error))
    }
    end = run((message) => {
      next()
      const problem = problemOf(message, workspace)
      if (problem !== null) tell(problem)
    })
  }

  return () => end()
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`

/** In words for a person; null when there is none. */
export function problemOf(message: BackupMessage, workspace: string): string | null {
  const kept = 'The workspace and its earlier backups are as they were.'
  switch (message.kind) {
    case 'made':
    case 'unchanged':
      return null
    case 'no_room':
      return (
        `There is no room for a backup of ${workspace}: ${megabytes(message.free)} are free, ` +
        `and ${megabytes(message.needed)} should be. ${kept} Free some space; the next start tries again.`
      )
    case 'failed':
      return (
        `No backup of ${workspace} could be made: ${message.reason} ${kept} ` +
        'Check that its folder can be written to and that the disk is not full; the next start tries again.'
      )
    case 'damaged':
      return (
        `The workspace ${workspace} is damaged: ${message.problem}. ` +
        'Its earlier backups are kept, and no new one is made. Quit and start the app again: it then offers them.'
      )
    default:
      return assertNever(message)
  }
}
