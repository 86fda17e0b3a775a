import { expect, test } from 'vitest'
import type { SecretName, TypedSecrets } from '../../electron/contract/secret.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { Notice } from '../../electron/contract/events.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { context, openTestApi } from './test-api.ts'
import { tokenEndpoint } from './token-endpoint.ts'

test('S2: a token that was obtained is not lost when its exchange cannot be recorded, and that is reported', async () => {
  const server = await tokenEndpoint(new Set(['secret']))
  const workspace = openWorkspace(':memory:')
  const full = (): never => {
    throw new Error('The disk is full.')
  }
  const notices: Notice[] = []
  const { api, add, close } = openTestApi(null, {
    workspace: { ...workspace, exchanges: { ...workspace.exchanges, add: full } },
    notify: (notice) => notices.push(notice),
  })
  const environmentId = await add({ client_id: 'c', token_endpoint: server.url }, { client_secret: 'secret' })
  expect(await api.requestToken({ environmentId }, context)).toMatchObject({ kind: 'issued' })
  expect(await api.revealToken({ environmentId }, context)).toBe('token-1')
  expect(notices).toContainEqual({
    kind: 'exchange_not_recorded',
    failure: { code: 'system', evidence: { message: 'The disk is full.' } },
  })
  close()
  await server.close()
})

test('S2: what was done with secrets is not reported as failed when it cannot be recorded; a secret is not shown then', async () => {
  const workspace = openWorkspace(':memory:')
  const full = (): never => {
    throw new Error('The disk is full.')
  }
  const notices: Notice[] = []
  const { api, add, saved, close } = openTestApi(null, {
    workspace: { ...workspace, audit: { ...workspace.audit, add: full } },
    notify: (notice) => notices.push(notice),
  })
  const environmentId = await add({ client_id: 'c' }, { client_secret: 'secret' })
  expect(await api.rotateDataKey(undefined, context)).toMatchObject({ kind: 'done' })
  const secrets = { kind: 'none' } as const
  expect(
    await api.saveExport({ format: 'explorer', environmentIds: [environmentId], secrets, sign: false }, context),
  ).toMatchObject({
    kind: 'saved',
  })
  expect(saved.size).toBe(1)
  expect(notices.filter(({ kind }) => kind === 'audit_not_recorded')).toHaveLength(4)
  await expect(api.revealSecret({ environmentId, name: 'client_secret' }, context)).rejects.toThrow('full')
  close()
})

/** A workspace whose disk is full after `room` writes. */
function smallWorkspace() {
  const workspace = openWorkspace(':memory:')
  const disk = { room: Infinity }
  const write = <Args extends unknown[], Result>(run: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      if (disk.room === 0) throw new Error('The disk is full.')
      disk.room -= 1
      return run(...args)
    }
  }
  const { environments, secrets, secretBindings } = workspace
  const small = {
    ...workspace,
    environments: { ...environments, add: write(environments.add), update: write(environments.update) },
    secrets: { ...secrets, put: write(secrets.put), delete: write(secrets.delete) },
    secretBindings: { ...secretBindings, add: write(secretBindings.add), clear: write(secretBindings.clear) },
  }
  return { small, disk }
}

const stored = { client_secret: 'old', proxy_password: 'old' }
const kept = ['client_secret'] as const

test.for<[string, { before: TypedSecrets | null; typed: TypedSecrets; keepOld: readonly SecretName[] }]>([
  ['a new environment with its secrets', { before: null, typed: stored, keepOld: [] }],
  ['first secrets', { before: {}, typed: stored, keepOld: [] }],
  ['other secrets', { before: stored, typed: { client_secret: 'new', proxy_password: 'new' }, keepOld: [] }],
  ['one beside the old', { before: stored, typed: { client_secret: 'new' }, keepOld: kept }],
  ['none', { before: stored, typed: {}, keepOld: [] }],
])(
  'S2: an environment is saved with its secrets or not at all, whichever write the disk was full for: %s',
  async ([, { before, typed, keepOld }]) => {
    const { small, disk } = smallWorkspace()
    const { api, add, close } = openTestApi(null, { workspace: small })
    const state = (): unknown =>
      small.environments
        .list()
        .map((one) => [one, small.secrets.list(one.id), small.secretBindings.all(one.id)] as const)
    const outcomes: string[] = []
    const afterFailures: [unknown, unknown][] = []
    for (let writes = 0; outcomes.at(-1) !== 'saved' && writes < 30; writes += 1) {
      disk.room = Infinity
      const id = before === null ? null : await add({ token_endpoint: 'https://as.example/token' }, before)
      const intact = state()
      disk.room = writes
      const value = { ...newEnvironment, name: 'Saved', token_endpoint: 'https://other.example/token' }
      const saving = api.saveEnvironment({ id, value, secrets: typed, keepOld: [...keepOld] }, context)
      outcomes.push(
        await saving.then(
          ({ kind }) => kind,
          () => 'failed',
        ),
      )
      if (outcomes.at(-1) === 'failed') afterFailures.push([state(), intact])
    }
    const [done, ...failures] = outcomes.toReversed()
    expect(done).toBe('saved')
    expect(failures.length).toBeGreaterThan(0)
    expect(new Set(failures)).toEqual(new Set(['failed']))
    for (const [found, intact] of afterFailures) expect(found).toEqual(intact)
    close()
  },
)

test('S2: a secret that is said to have failed to be forgotten is still there', async () => {
  const { small, disk } = smallWorkspace()
  const { api, add, close } = openTestApi(null, { workspace: small })
  const outcomes: boolean[] = []
  for (let writes = 0; outcomes.at(-1) !== true && writes < 20; writes += 1) {
    disk.room = Infinity
    const environmentId = await add({ token_endpoint: 'https://as.example/token' }, { client_secret: 'old' })
    const state = (): unknown => [small.secrets.list(environmentId), small.secretBindings.all(environmentId)]
    const intact = state()
    disk.room = writes
    const isDone = await api.forgetSecret({ environmentId, name: 'client_secret' }, context).then(
      () => true,
      () => false,
    )
    outcomes.push(isDone)
    expect(state()).toEqual(isDone ? [[], []] : intact)
  }
  expect(outcomes.length).toBeGreaterThan(1)
  expect(outcomes.at(-1)).toBe(true)
  close()
})
