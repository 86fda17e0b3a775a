export type WorkspaceFaultCode =
  | 'WORKSPACE_DAMAGED'
  | 'WORKSPACE_BACKUP_DAMAGED'
  | 'WORKSPACE_NEWER'
  | 'WORKSPACE_MIGRATION'
  | 'WORKSPACE_FULL'
  | 'WORKSPACE_UNAVAILABLE'

/** Something is wrong with the workspace's file. The message is for a person: it names code, file, what was kept, next step. */
export class WorkspaceFault extends Error {
  readonly code: WorkspaceFaultCode

  constructor(code: WorkspaceFaultCode, sentence: string, options?: ErrorOptions) {
    super(`${code}: ${sentence}`, options)
    this.code = code
  }
}

/** The workspace on disk was written by a newer version of the app; it is left as it is. */
export class NewerWorkspaceError extends WorkspaceFault {
  readonly found: number
  readonly known: number

  constructor(path: string, found: number, known: number) {
    super(
      'WORKSPACE_NEWER',
      `The workspace ${path} has schema version ${found}; this version of the app knows versions up to ${known}. ` +
        'Nothing was changed, and its backups are kept. Install the newer version of the app to open it.',
    )
    this.found = found
    this.known = known
  }
}

export class DamagedBackupError extends WorkspaceFault {
  constructor(backup: string, problem: string) {
    super(
      'WORKSPACE_BACKUP_DAMAGED',
      `The backup ${backup} cannot be restored: ${problem} It is kept. Choose another one.`,
    )
  }
}

/** What is wrong with a file that cannot be trusted any more. */
export type Damage =
  | 'missing'
  | 'empty'
  | 'no_database'
  | 'no_workspace'
  | 'malformed'
  | 'history_malformed'
  | 'rows_changed'

/** The file was left as it is. With `history_malformed` and `rows_changed` it can be used all the same. */
export class DamagedWorkspaceError extends WorkspaceFault {
  readonly path: string
  readonly damage: Damage
  /** SQLite's own words, the entries that are affected, or the empty string. */
  readonly detail: string

  constructor(path: string, damage: Damage, detail = '') {
    super('WORKSPACE_DAMAGED', `The workspace ${path} ${says[damage]}. Nothing in it was changed. ${detail}`.trim())
    this.path = path
    this.damage = damage
    this.detail = detail
  }
}

const says: Record<Damage, string> = {
  missing: 'is not there, although this profile has been used',
  empty: 'is empty',
  no_database: 'is not a database',
  no_workspace: 'is a database, but holds no workspace',
  malformed: 'is damaged',
  history_malformed: 'is damaged where it keeps the recorded exchanges',
  rows_changed: 'has entries that were changed on the disk, and not by this app',
}
