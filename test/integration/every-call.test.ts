import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CallName, callNames } from '../../electron/contract/call-names.ts'
import { type CallOutput, calls } from '../../electron/contract/calls.ts'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { SandboxFacts } from '../../electron/contract/sandbox.ts'
import { backUp } from '../../electron/core/workspace/recovery/back-up.ts'
import { openWorkspace } from '../../electron/core/workspace/workspace.ts'
import { type Sandbox, startSandbox } from '../../electron/sandbox/start.ts'
import { encodingsIn, makeCanary } from '../support/canary.ts'
import { everyCall, type World } from './every-call.ts'
import { client } from './sandbox-client.ts'
import { context, openTestApi, type TestApi } from './test-api.ts'

const order = Object.keys(everyCall)
const folder = mkdtempSync(path.join(tmpdir(), 'ccx-every-call-'))
let sandbox: Sandbox
let opened: TestApi
let world: World

beforeAll(async () => {
  sandbox = await startSandbox()
  const file = path.join(folder, 'workspace.sqlite')
  opened = openTestApi(sandbox.facts, { workspace: openWorkspace(file), chooseFile: async () => '/chosen' })
  await backUp(file, 0)
  world = await worldOf(sandbox.facts)
  for (const name of callNames.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))) {
    Object.assign(world.answers, { [name]: await answerOf(name) })
  }
}, 60_000)
afterAll(async () => {
  opened.close()
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every call answered once: it did what it was asked', () => {
  const answers = callNames.map((name) => [name, world.answers[name]])
  const wanted = callNames.map((name) => [name, everyCall[name][1]])
  expect(answers).toMatchObject(wanted)
})

test('every answer fits the contract', () => {
  const misfits = callNames.filter((name) => !calls[name].output.safeParse(world.answers[name]).success)
  expect(misfits).toEqual([])
})

test('a secret is in no answer but that of a reveal, and a pasted token in what was read of it', () => {
  const { typed, passphrase, secret, answers } = world
  const signature = answers.revealToken?.split('.')[2] ?? ''
  expect(signature.length).toBeGreaterThan(20)
  const holding = (texts: string[]) =>
    callNames.filter((name) => encodingsIn(Buffer.from(JSON.stringify(answers[name]) ?? ''), texts).length > 0)
  expect(holding([typed, passphrase])).toEqual([])
  expect(holding([secret])).toEqual(['revealSecret'])
  expect(holding([signature])).toEqual(['revealToken', 'inspectText'])
})

async function worldOf(facts: SandboxFacts): Promise<World> {
  const { client_id, client_secret: secret } = client(facts, 'jwt')
  const { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri, resource } = facts
  const endpoints = { issuer, token_endpoint, introspection_endpoint, revocation_endpoint, jwks_uri }
  const environmentId = await opened.add(
    { ...endpoints, client_id, scope: 'api:read', resource: [resource] },
    { client_secret: secret },
  )
  const canaries = { typed: makeCanary('typed'), passphrase: makeCanary('passphrase') }
  const other = await shareAsOther(canaries.passphrase)
  const value = opened.workspace.environments.get(environmentId)?.value ?? newEnvironment
  const toSave = { id: environmentId, value: { ...value, variables: [{ name: 'key', value: '', secret: true }] } }
  return { sandbox: facts, environmentId, secret, toSave, ...canaries, other, answers: {} }
}

async function shareAsOther(passphrase: string): Promise<World['other']> {
  const { api, add, saved, close } = openTestApi(null)
  const id = await add({ name: 'Theirs', client_id: 'theirs' }, { client_secret: passphrase })
  const made = await api.createSharingKeys({ name: 'Other' }, context)
  const secrets = { kind: 'passphrase', passphrase } as const
  await api.saveExport({ format: 'explorer', environmentIds: [id], secrets, sign: true }, context)
  close()
  if (made.kind !== 'done' || made.keys.own === null) throw new Error('There are no keys.')
  return { recipient: made.keys.own.recipient, file: [...saved.values()].join() }
}

async function answerOf<Name extends CallName>(name: Name): Promise<CallOutput<Name>> {
  const [input] = everyCall[name]
  return opened.api[name](input(world), context)
}
