import { expect, test } from 'vitest'
import type { NoBackup } from '../../electron/contract/backup.ts'
import { noBackupText } from '../../electron/wording/backups.ts'

const rowMissing = { code: 'reported', evidence: { message: 'row 1 is missing' } } as const

test.for<[NoBackup, RegExp]>([
  [
    { code: 'no_room', evidence: { needed: 900_000_000, free: 100_000_000 } },
    /no room .*100 MB are free, and 900 MB should be/,
  ],
  [
    { code: 'failed', evidence: { message: 'ENOSPC: no space left.' } },
    /could be made: ENOSPC.*earlier backups are as they were/,
  ],
  [{ code: 'damaged', evidence: { problem: rowMissing } }, /damaged.*row 1 is missing.*start the app again/],
])('S2: a backup that is not made is explained with the path and the next step: %o', ([reason, said]) => {
  const text = noBackupText(reason, '/profile/workspace.sqlite')
  expect(text).toMatch(said)
  expect(text).toContain('/profile/workspace.sqlite')
})
