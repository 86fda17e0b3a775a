import type { z } from 'zod'
import { importFactSchema } from '../../electron/contract/import-note.ts'
import { importProblemSchema, notStoredSchema, undoProblemSchema } from '../../electron/contract/import-problem.ts'
import { exportFactSchema } from '../../electron/contract/export-note.ts'
import { saveProblemSchema } from '../../electron/contract/save-problem.ts'
import { sealedProblemSchema, storageRefusalSchema } from '../../electron/contract/secret-storage.ts'
import { sharingKeyProblemSchema } from '../../electron/contract/sharing-key-problem.ts'
import { exportFactText } from '../../electron/wording/export/facts.ts'
import { notStoredText, undoProblemText } from '../../electron/wording/import/applying.ts'
import { importFactText } from '../../electron/wording/import/notes.ts'
import { importProblemText } from '../../electron/wording/import/problems.ts'
import { saveProblemText } from '../../electron/wording/save-problem.ts'
import { sealedProblemText, storageRefusalText } from '../../electron/wording/secret-storage.ts'
import { sharingKeyProblemText } from '../../electron/wording/sharing-keys.ts'
import { noBackupSchema, notRemovedSchema } from '../../electron/contract/backup.ts'
import { damagedEntrySchema } from '../../electron/contract/damaged-entry.ts'
import { warningSchema } from '../../electron/contract/events.ts'
import { fileProblemSchema, lostLogSchema, systemFailureSchema } from '../../electron/contract/workspace-fault.ts'
import { noBackupText, notRemovedText } from '../../electron/wording/backups.ts'
import { damagedEntriesList } from '../../electron/wording/damaged-entry.ts'
import { systemFailureText } from '../../electron/wording/system-failure.ts'
import { warningText } from '../../electron/wording/warnings.ts'
import { fileProblemText, lostLogText } from '../../electron/wording/workspace-fault.ts'
import { samplesOf } from './samples.ts'

/** A sentence as people read it, and the code that it is written of; null for a list that has none. */
interface Written {
  code: string | null
  text: string
}

/** A closed list with the function that writes its sentences, for all that its schema allows. */
const written = <Reason>(schema: z.ZodType<Reason>, write: (reason: Reason) => string): Written[] =>
  samplesOf(schema).map((sample) => ({ code: codeOf(sample), text: write(schema.parse(sample)) }))

const codeOf = (sample: unknown): string | null =>
  typeof sample === 'object' && sample !== null && 'code' in sample ? String(sample.code) : null

export const closedLists: Readonly<Record<string, () => Written[]>> = {
  'a file problem': () => written(fileProblemSchema, fileProblemText),
  'a lost log': () => written(lostLogSchema, lostLogText),
  'a damaged entry': () => written(damagedEntrySchema, (entry) => `${damagedEntriesList([entry])}.`),
  'a system failure': () => written(systemFailureSchema, systemFailureText),
  'a backup that was not made': () => written(noBackupSchema, (reason) => noBackupText(reason, '/workspace.sqlite')),
  'a backup that was not removed': () => written(notRemovedSchema, notRemovedText),
  'a sealed secret': () => written(sealedProblemSchema, sealedProblemText),
  'a refusal of the secret storage': () => written(storageRefusalSchema, storageRefusalText),
  'an export that was not saved': () => written(saveProblemSchema, saveProblemText),
  'what has no place in an export': () => written(exportFactSchema, exportFactText),
  'a problem with an import': () => written(importProblemSchema, importProblemText),
  'a note of an import': () => written(importFactSchema, importFactText),
  'a secret that was not stored': () => written(notStoredSchema, notStoredText),
  'an import that was not undone': () => written(undoProblemSchema, undoProblemText),
  'a problem with sharing keys': () => written(sharingKeyProblemSchema, sharingKeyProblemText),
  'a warning': () => written(warningSchema, (warning) => Object.values(warningText(warning)).join(': ')),
}
