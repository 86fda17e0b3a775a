import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptanceLimits } from '../../electron/vocabulary/review.ts'
import type { AcceptedFinding } from '../../electron/contract/accepted-finding.ts'
import { openWorkspace, type Workspace } from '../../electron/core/workspace/workspace.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

let workspace: Workspace
let running: TestApi
const now = new Date(2026, 10, 30, 12).getTime()

beforeEach(() => {
  workspace = openWorkspace(':memory:')
  running = openTestApi(null, { workspace, now: () => now })
})
afterEach(() => running.close())

const code = 'lifetime_over_hour'
const acceptedIn = (id: string) => workspace.environments.get(id)?.value.accepted
const accept = (environmentId: string, reason: string) =>
  running.api.acceptFinding({ environmentId, code, reason }, context)
const withdraw = (environmentId: string, restore: AcceptedFinding | null = null) =>
  running.api.withdrawAcceptance({ environmentId, code, restore }, context)
const trail = async () => {
  const filter = { text: '', kinds: [], environmentIds: [], from: null, to: null }
  const { entries } = await running.api.listAuditEntries({ filter, skip: 0, count: 10 }, context)
  return entries.map(({ kind, detail }) => [kind, detail['finding'], detail['reason']])
}

test('nothing is accepted in an environment that is not there', async () => {
  expect(await accept('gone', 'Known.')).toBeNull()
  expect(await withdraw('gone')).toBeUndefined()
  expect(await running.api.getReview({ environmentId: 'gone' }, context)).toBeNull()
})

test('where as much is accepted as may be, nothing more is', async () => {
  const full = Array.from({ length: acceptanceLimits.most }, (_, index) => ({
    code: `later_${index}`,
    reason: 'Known.',
    on: '2026-11-01',
  }))
  const id = await running.add({ accepted: full })
  expect(await accept(id, 'Known.')).toBeNull()
  expect(acceptedIn(id)).toEqual(full)
})

test('a finding is accepted once, the last reason in the place of the one before, with the day', async () => {
  const id = await running.add({})
  expect(await accept(id, 'First.')).toEqual({ code, reason: 'First.', on: '2026-11-30' })
  await accept(id, 'Second.')
  expect(acceptedIn(id)).toEqual([{ code, reason: 'Second.', on: '2026-11-30' }])
})

test('what was accepted is withdrawn, and put back with its own day', async () => {
  const earlier = { code, reason: 'Known.', on: '2026-01-02' }
  const id = await running.add({ accepted: [earlier] })
  await withdraw(id)
  expect(acceptedIn(id)).toEqual([])
  await withdraw(id, earlier)
  expect(acceptedIn(id)).toEqual([earlier])
})

test('what is put back of another code is not taken', async () => {
  const id = await running.add({})
  await withdraw(id, { code: 'another', reason: 'Known.', on: '2026-01-02' })
  expect(acceptedIn(id)).toEqual([])
})

test('saving Configure keeps what is accepted, and takes nothing of it from the window', async () => {
  const id = await running.add({})
  await accept(id, 'Known.')
  const other = [{ code: 'other', reason: 'No.', on: '2026-01-02' }]
  await running.change(id, { name: 'Renamed', accepted: other })
  expect(acceptedIn(id)).toEqual([{ code, reason: 'Known.', on: '2026-11-30' }])
})

test('a copy of an environment has what is accepted in it', async () => {
  const id = await running.add({})
  await accept(id, 'Known.')
  const copy = await running.api.duplicateEnvironment({ environmentId: id }, context)
  expect(acceptedIn(copy?.id ?? '')).toEqual(acceptedIn(id))
})

test('what is accepted and withdrawn is in the audit trail, with the reason', async () => {
  const id = await running.add({})
  await accept(id, 'The operator cannot change it.')
  await withdraw(id)
  expect((await trail()).slice(0, 2)).toEqual([
    ['acceptance_withdrawn', code, undefined],
    ['finding_accepted', code, 'The operator cannot change it.'],
  ])
})

test('an accepted code that is not found is shown as such, and is kept', async () => {
  const unknown = { code: 'of_a_later_version', reason: 'Known.', on: '2026-01-02' }
  const id = await running.add({ accepted: [unknown] })
  const review = await running.api.getReview({ environmentId: id }, context)
  expect(review?.notFound).toEqual([unknown])
  expect(acceptedIn(id)).toEqual([unknown])
})

test('a secret in the reason is not in the audit trail, where nothing can be taken back', async () => {
  const id = await running.add({ client_id: 'c' }, { client_secret: 'canary-of-a-reason' })
  const reason = 'The secret canary-of-a-reason is for tests.'
  await accept(id, reason)
  await withdraw(id)
  await withdraw(id, { code, reason, on: '2026-11-30' })
  expect(acceptedIn(id)?.[0]?.reason).toBe(reason)
  const entries = await trail()
  expect(entries.filter(([kind]) => kind === 'finding_accepted')).toHaveLength(2)
  expect(JSON.stringify(entries)).not.toContain('canary-of-a-reason')
  expect(JSON.stringify(entries)).toContain('is for tests.')
})
