import { utilityProcess } from 'electron'
import { type BackupResult, backupResultSchema, type NoBackup } from '../contract/backup.ts'

const notMade = (reason: NoBackup): BackupResult => ({ kind: 'not_made', reason })

/** Makes a backup in a separate process, which reads the whole workspace without holding anything else up. */
export function runBackup(program: string, workspace: string, heard: (message: BackupResult) => void): () => void {
  const child = utilityProcess.fork(program, [workspace], { serviceName: 'Backup' })
  let current = true
  const end = (message: BackupResult): void => {
    if (current) heard(message)
    current = false
    child.kill()
  }
  child.on('message', (message) => {
    const parsed = backupResultSchema.safeParse(message)
    end(parsed.success ? parsed.data : notMade({ code: 'process_unclear', evidence: {} }))
  })
  child.on('exit', (code) => end(notMade({ code: 'process_ended', evidence: { exitCode: code } })))
  return () => {
    current = false
    child.kill()
  }
}
