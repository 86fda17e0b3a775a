import { expect, test } from 'vitest'
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
  expect(await api.saveExport({ environmentIds: [environmentId], secrets, sign: false }, context)).toMatchObject({
    kind: 'saved',
  })
  expect(saved.size).toBe(1)
  expect(notices.filter(({ kind }) => kind === 'audit_not_recorded')).toHaveLength(2)
  await expect(api.revealSecret({ environmentId, name: 'client_secret' }, context)).rejects.toThrow('full')
  close()
})

test.for(['a first secret', 'another secret', 'one beside the old', 'none'] as const)(
  'S2: a secret that is said to have failed was not stored, whichever write the disk was full for: %s',
  async (kind) => {
    const workspace = openWorkspace(':memory:')
    let room = Infinity
    const write = <Args extends unknown[]>(run: (...args: Args) => void) => {
      return (...args: Args): void => {
        if (room === 0) throw new Error('The disk is full.')
        room -= 1
        run(...args)
      }
    }
    const { secrets, secretBindings } = workspace
    const small = {
      ...workspace,
      secrets: { ...secrets, put: write(secrets.put), delete: write(secrets.delete) },
      secretBindings: { ...secretBindings, add: write(secretBindings.add), clear: write(secretBindings.clear) },
    }
    const { api, add, close } = openTestApi(null, { workspace: small })
    const keepOld = kind === 'one beside the old'
    const value = kind === 'none' ? '' : 'new'
    const outcomes: string[] = []
    const afterFailures: [unknown, unknown][] = []
    for (let writes = 0; outcomes.at(-1) !== 'set' && writes < 20; writes += 1) {
      room = Infinity
      const before = kind === 'a first secret' ? {} : { client_secret: 'old' }
      const environmentId = await add({ client_id: 'c', token_endpoint: 'https://as.example/token' }, before)
      const state = (): unknown => [secrets.list(environmentId), secretBindings.all(environmentId)]
      const intact = state()
      room = writes
      const setting = api.setSecret({ environmentId, name: 'client_secret', value, keepOld }, context)
      outcomes.push(
        await setting.then(
          (outcome) => outcome.kind,
          () => 'failed',
        ),
      )
      if (outcomes.at(-1) === 'failed') afterFailures.push([state(), intact])
    }
    const [done, ...failures] = outcomes.toReversed()
    expect(done).toBe('set')
    expect(failures.length).toBeGreaterThan(1)
    expect(new Set(failures)).toEqual(new Set(['failed']))
    for (const [found, intact] of afterFailures) expect(found).toEqual(intact)
    close()
  },
)
