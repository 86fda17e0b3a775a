import { assertNever } from '../common/assert-never.ts'
import type {
  Damage,
  DamagedWorkspace,
  FileProblem,
  LostLog,
  WorkspaceFaultReason,
} from '../contract/workspace-fault.ts'
import { damagedEntriesList } from './damaged-entry.ts'
import { sentence } from './sentence.ts'

/** Why the workspace cannot be opened or used, what was kept, and the next step, after the name that the docs explain. */
export const workspaceFaultText = (fault: WorkspaceFaultReason): string =>
  `${documentedNames[fault.code]}: ${sentencesOf(fault)}`

const documentedNames: Readonly<Record<WorkspaceFaultReason['code'], string>> = {
  workspace_damaged: 'WORKSPACE_DAMAGED',
  workspace_corrupt: 'WORKSPACE_DAMAGED',
  workspace_newer: 'WORKSPACE_NEWER',
  workspace_older: 'WORKSPACE_OLDER',
  migration_failed: 'WORKSPACE_MIGRATION',
  migration_not_begun: 'WORKSPACE_MIGRATION',
  backup_damaged: 'WORKSPACE_BACKUP_DAMAGED',
  disk_full: 'WORKSPACE_FULL',
  workspace_unavailable: 'WORKSPACE_UNAVAILABLE',
}

function sentencesOf(fault: WorkspaceFaultReason): string {
  switch (fault.code) {
    case 'workspace_damaged':
      return damagedText(fault.evidence)
    case 'workspace_newer': {
      const { path, found, known } = fault.evidence
      return `The workspace ${path} has schema version ${found}; this version of the app knows versions up to ${known}. Nothing was changed, and its backups are kept. Install the newer version of the app to open it.`
    }
    case 'workspace_older':
      return `The workspace ${fault.evidence.path} is of an older version. Open it in the app once to bring it up to date.`
    case 'migration_failed': {
      const { path, from, to, copy, message } = fault.evidence
      return `The workspace ${path} could not be brought from schema version ${from} to ${to}: ${sentence(message)} It was left as it is, and a copy is ${copy}. Check that the disk is not full, then try again. If it fails again, use the earlier version of the app.`
    }
    case 'migration_not_begun': {
      const { path, from, to, copy, problem } = fault.evidence
      return `The workspace ${path} could not be brought from schema version ${from} to ${to}: ${fileProblemText(problem)} Nothing was changed, because the copy ${copy}, which is made first, could not be written. Free some space, or make the folder writable; then try again.`
    }
    case 'backup_damaged': {
      const { path, problem } = fault.evidence
      return `The backup ${path} cannot be restored: ${fileProblemText(problem)} It is kept. Choose another one.`
    }
    case 'disk_full':
      return `The disk is full, and the workspace ${fault.evidence.path} could not be written. ${kept} Free some space, then try again.`
    case 'workspace_corrupt': {
      const { path, message } = fault.evidence
      return `The workspace ${path} is damaged: ${sentence(message)} Quit and start the app again: it then checks the whole file and offers the backups.`
    }
    case 'workspace_unavailable': {
      const { path, cause, message } = fault.evidence
      return `The workspace ${path} could not be used: ${sentence(message)} ${kept} ${remedies[cause]}`
    }
    default:
      return assertNever(fault)
  }
}

const kept = 'What was stored before is intact.'

type Unavailable = Extract<WorkspaceFaultReason, { code: 'workspace_unavailable' }>

const remedies: Readonly<Record<Unavailable['evidence']['cause'], string>> = {
  permission: 'Make sure that you may write to this file and to its folder, then try again.',
  busy: 'Close the other program that uses this file, then try again.',
  read_only: 'Make sure that this file and its folder can be written to, then try again.',
  input_output: 'Check the disk, then try again.',
  folder: 'Make sure that its folder exists and can be written to, then try again.',
}

function damagedText({ path, damage, problem, lostLog }: DamagedWorkspace['evidence']): string {
  const what = `The workspace ${path} ${damages[damage]}. Nothing in it was changed.`
  return [what, problem && fileProblemText(problem), lostLog && lostLogText(lostLog)]
    .filter((part) => part !== null)
    .join(' ')
}

const damages: Readonly<Record<Damage, string>> = {
  missing: 'is not there, although this profile has been used',
  empty: 'is empty',
  no_database: 'is not a database',
  no_workspace: 'is a database, but holds no workspace',
  malformed: 'is damaged',
  history_malformed: 'is damaged where it keeps the recorded exchanges',
  rows_changed: 'has entries that were changed on the disk, and not by this app',
}

/** What is wrong with the content of a workspace or of a backup. */
export function fileProblemText(problem: FileProblem): string {
  switch (problem.code) {
    case 'reported':
      return sentence(problem.evidence.message)
    case 'broken_reference':
      return `The table ${problem.evidence.child} refers to rows that ${problem.evidence.parent} lacks.`
    case 'changes_not_counted':
      return 'The count of its changes cannot be read.'
    case 'entries_changed':
      return `Changed on the disk, and not by this app: ${damagedEntriesList(problem.evidence.entries)}.`
    case 'no_workspace':
      return 'It holds no workspace.'
    case 'newer':
      return `It has schema version ${problem.evidence.found}; this app knows ${problem.evidence.known}.`
    default:
      return assertNever(problem)
  }
}

/** What a damaged log has lost, and where it is kept. */
export function lostLogText({ transactions, keptAs }: LostLog): string {
  const lost =
    transactions === null
      ? 'Some of what was stored last before the app ended'
      : `At least the last ${transactions === 1 ? 'change' : `${transactions} changes`} that the app had stored`
  const where = keptAs === null ? 'The log itself is gone.' : `The log is kept as ${keptAs}.`
  return `${lost} can no longer be read: the log of the workspace was damaged on the disk. Everything before is there. ${where}`
}
