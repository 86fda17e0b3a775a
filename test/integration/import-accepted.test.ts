import { afterEach, beforeEach, expect, test } from 'vitest'
import { acceptanceLimits } from '../../electron/vocabulary/review.ts'
import { formatName } from '../../electron/core/shared-file/shared-file.ts'
import { givenText } from '../support/given-text.ts'
import { openSharing, type Sharing } from './sharing-app.ts'
import { context } from './test-api.ts'

let app: Sharing
beforeEach(() => {
  app = openSharing()
})
afterEach(() => app.close())

const known = { code: 'lifetime_over_hour', reason: 'The operator cannot change it.', on: '2026-10-01' }
const unknown = { code: 'of_a_later_version', reason: 'Known.', on: '2026-10-02' }
const fileWith = (environment: object) =>
  JSON.stringify({ format: formatName, version: 2, environments: [{ id: 'orders', name: 'Orders', ...environment }] })

async function read(environment: object) {
  const reading = await app.api.readImport(givenText(fileWith(environment), 'theirs.ccx.json'), context)
  if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
  return reading
}

async function take(environment: object, choice: 'both' | 'replace') {
  const { importId } = await read(environment)
  await app.api.applyImport({ importId, choices: [{ id: 'orders', choice }] }, context)
  return importId
}

const accepted = () => app.workspace.environments.get('orders')?.value.accepted

test.each<[string, unknown]>([
  ['no list', known],
  ['a code that could be more than a code', [{ ...known, code: '<b>' }]],
  ['no reason', [{ ...known, reason: ' ' }]],
  ['no day', [{ ...known, on: 'yesterday' }]],
  ['a code twice', [known, known]],
  [
    'more than may be',
    Array.from({ length: acceptanceLimits.most + 1 }, (_, at) => ({ ...known, code: `code_${at}` })),
  ],
])('a file whose accepted findings are %s is refused, with the place', async (_what, given) => {
  const reading = await app.api.readImport(givenText(fileWith({ accepted: given }), 'theirs.ccx.json'), context)
  expect(reading).toMatchObject({ kind: 'refused', reason: { code: 'member_invalid' } })
  expect(JSON.stringify(reading)).toContain('accepted')
})

test('a file from before accepts nothing', async () => {
  expect((await read({})).items).toMatchObject([{ status: 'added', accepted: [] }])
  await take({}, 'both')
  expect(accepted()).toEqual([])
})

test('what a file accepts is in the preview of a new environment, and comes with it, also of a later version', async () => {
  expect((await read({ accepted: [known, unknown] })).items).toMatchObject([
    { accepted: [known, unknown], changes: [] },
  ])
  await take({ accepted: [known, unknown] }, 'both')
  expect(accepted()).toEqual([known, unknown])
})

test('what a file accepts otherwise is a difference in words, replaces what is there, and is taken back by the undo', async () => {
  await take({ accepted: [known] }, 'both')
  const { items } = await read({ accepted: [unknown] })
  expect(items).toMatchObject([
    {
      status: 'same_id',
      changes: [
        {
          field: 'accepted',
          before: 'Use short-lived tokens (lifetime_over_hour), accepted on 2026-10-01: The operator cannot change it.',
          after: 'of_a_later_version, accepted on 2026-10-02: Known.',
        },
      ],
    },
  ])
  const importId = await take({ accepted: [unknown] }, 'replace')
  expect(accepted()).toEqual([unknown])
  await app.api.undoImport({ importId }, context)
  expect(accepted()).toEqual([known])
})

test('what was accepted meanwhile keeps an import from being taken back', async () => {
  await take({ accepted: [known] }, 'both')
  const importId = await take({ accepted: [] }, 'replace')
  const { environments } = app.workspace
  const value = environments.get('orders')?.value
  if (value !== undefined) environments.update('orders', { ...value, accepted: [known] })
  expect(await app.api.undoImport({ importId }, context)).toMatchObject({ kind: 'refused' })
})

test('what is accepted is written to a file, and is the same when it is read again', async () => {
  await take({ accepted: [known, unknown] }, 'both')
  await app.api.copyExport(
    { format: 'explorer', environmentIds: ['orders'], secrets: { kind: 'none' }, sign: false },
    context,
  )
  const written: unknown = JSON.parse(app.copied.at(-1) ?? '')
  expect(written).toMatchObject({ environments: [{ accepted: [known, unknown] }] })
  expect((await read({ accepted: [known, unknown] })).items).toMatchObject([{ status: 'unchanged' }])
})
