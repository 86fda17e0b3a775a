import { expect, test } from 'vitest'
import { auditKinds } from '../../electron/vocabulary/audit.ts'
import { auditSubjects, kindsAbout } from '../../electron/wording/audit-subjects.ts'

test('each kind of entry is found under one subject', () => {
  const found = auditSubjects.flatMap(kindsAbout)
  expect(found.toSorted()).toEqual(auditKinds.toSorted())
  expect(auditSubjects.map((subject) => kindsAbout(subject).length).every((count) => count > 0)).toBe(true)
})
