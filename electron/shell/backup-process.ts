import { utilityProcess } from 'electron'
import { z } from 'zod'

const backupMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('made'), file: z.string() }),
  z.strictObject({ kind: z.literal('unchanged') }),
  z.strictObject({ kind: z.literal('damaged'), problem: z.string() }),
  z.strictObject({ kind: z.literal('no_room'), needed: z.number(), free: z.number() }),
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
])
/** Says how a backup went. */
export type BackupMessage = z.infer<typeof backupMessageSchema>

/** Makes a backup in a separate process, which reads the whole workspace without holding anything else up. */
export function runBackup(program: string, workspace: string, heard: (message: BackupMessage) => void): () => void {
  const child = utilityProcess.fork(program, [workspace], { serviceName: 'Backup' })
  let current = true
  const end = (message: BackupMessage): void => {
    if (current) heard(message)
    current = false
    child.kill()
  }
  child.on('message', (message) => {
    const parsed = backupMessageSchema.safeParse(message)
    end(parsed.success ? parsed.data : { kind: 'failed', reason: 'Its process said something that is not understood.' })
  })
  child.on('exit', (code) => end({ kind: 'failed', reason: `Its process ended with exit code ${code}.` }))
  return () => {
    current = false
    child.kill()
  }
}
