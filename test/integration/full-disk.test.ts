import { expect, test } from 'vitest'
import type { Notice } from '../../electron/contract/events.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { context, openTestApi } from './test-api.ts'
import { tokenEndpoint } from './token-endpoint.ts'

test('S2: a token that was obtained is not lost when its exchange cannot be recorded, and that is told', async () => {
  const server = await tokenEndpoint(new Set(['secret']))
  const workspace = openWorkspace(':memory:')
  const full = (): never => {
    throw new Error('WORKSPACE_FULL: the disk is full.')
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
    kind: 'warning',
    title: 'This request is not recorded',
    message: 'WORKSPACE_FULL: the disk is full.',
  })
  close()
  await server.close()
})

test('S2: what was done with secrets is not told as failed when it cannot be recorded; a secret is not shown then', async () => {
  const workspace = openWorkspace(':memory:')
  const full = (): never => {
    throw new Error('WORKSPACE_FULL: the disk is full.')
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
  expect(notices.filter(({ kind }) => kind === 'warning')).toHaveLength(2)
  await expect(api.revealSecret({ environmentId, name: 'client_secret' }, context)).rejects.toThrow('FULL')
  close()
})
