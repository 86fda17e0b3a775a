import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import type { CarriedSecrets, ExportOptions, ImportChoice, ImportReading } from '../../electron/contract/sharing.ts'
import { plainWay } from '../../electron/core/secrets/destinations.ts'
import { encryptTo } from '../../electron/core/shared-file/age.ts'
import { publishedSchema } from '../../electron/core/shared-file/shared-file.ts'
import { openSharing, type Sharing } from './sharing-app.ts'
import { newApiRequest, newCallLabel } from '../../electron/catalogue/new-api-request.ts'
import { givenText } from '../support/given-text.ts'
import { newestEvents } from '../support/newest-events.ts'

const context = { flowId: 'flow', signal: new AbortController().signal }
const secret = 'c4nary-S3cret-value'
const passphrase = 'correct horse battery'
const isValid = new Ajv2020({ strict: false }).compile(publishedSchema())

let mine: Sharing
let theirs: Sharing
beforeEach(() => {
  mine = openSharing()
  theirs = openSharing()
})
afterEach(() => {
  mine.close()
  theirs.close()
})

const orders: EnvironmentInput = {
  ...newEnvironment,
  name: 'Orders',
  token_endpoint: 'https://as.example/token',
  client_id: 'orders',
}

async function add(app: Sharing, id: string, change: Partial<EnvironmentInput> = {}): Promise<string> {
  app.workspace.environments.add({ id, builtIn: false, value: { ...orders, ...change } })
  const call = {
    ...newApiRequest,
    ...newCallLabel,
    url: 'https://api.example/orders',
  } as const
  app.workspace.apiCalls.put({ ...call, id: `${id}-call`, environmentId: id })
  await app.store.set(id, 'client_secret', secret, 'current')
  app.workspace.secretBindings.add(id, { name: 'client_secret', origin: 'https://as.example', way: plainWay })
  return id
}

const none = { kind: 'none' } as const

/** The text of an export, which the published schema takes. */
async function exported(
  app: Sharing,
  environmentIds: string[],
  secrets: CarriedSecrets = none,
  sign = false,
): Promise<string> {
  const outcome = await app.api.saveExport({ format: 'explorer', environmentIds, secrets, sign }, context)
  const text = app.saved.at(-1)?.text ?? ''
  if (outcome.kind !== 'saved') throw new Error(JSON.stringify(outcome))
  isValid(JSON.parse(text))
  expect(isValid.errors).toBeNull()
  expect(text).not.toContain(secret)
  return text
}

/** Encrypted to the other's own key, which opens it without being asked. */
async function exportedToThem(): Promise<string> {
  await theirs.api.createSharingKeys({ name: 'Ben' }, context)
  const { own } = await theirs.api.sharingKeys(undefined, context)
  return exported(mine, ['a'], { kind: 'recipients', recipients: [own?.recipient ?? ''] })
}

/** Made once, as stretching a passphrase is slow on purpose. */
async function exportedByPassphrase(): Promise<string> {
  if (sealed === '') {
    await add(mine, 'a')
    sealed = await exported(mine, ['a'], { kind: 'passphrase', passphrase })
  }
  return sealed
}
let sealed = ''

/** Stretching a passphrase is slow on purpose. */
const slow = 120_000

const read = (app: Sharing, text: string) => app.api.readImport(givenText(text, 'a.ccx.json'), context)

function previewOf(reading: ImportReading) {
  if (reading.kind !== 'preview') throw new Error(JSON.stringify(reading))
  return reading
}

async function take(app: Sharing, text: string, choices: ImportChoice[] = []) {
  const { importId } = previewOf(await read(app, text))
  const result = await app.api.applyImport({ importId, choices }, context)
  if (result.kind !== 'applied') throw new Error(result.reason.code)
  return result
}

const one = (app: Sharing, id: string) => app.workspace.environments.get(id)

test('exporting twice gives the same bytes, in any order of the environments', async () => {
  await add(mine, 'b')
  await add(mine, 'a', { name: 'Other' })
  const text = await exported(mine, ['b', 'a'])
  expect(await exported(mine, ['a', 'b'])).toBe(text)
  expect(JSON.parse(text)).toMatchObject({
    environments: [{ id: 'a', secrets: { client_secret: { kind: 'omitted' } } }, { id: 'b' }],
  })
})

test('a colleague who has no secret yet exports the same bytes again', async () => {
  await add(mine, 'a')
  const text = await exported(mine, ['a'])
  await take(theirs, text)
  expect(await exported(theirs, ['a'])).toBe(text)
})

test('a known secret in plain text is shown by its place, and nothing is written or copied', async () => {
  await add(mine, 'a', { notes: `It is ${Buffer.from(secret).toString('base64')}` })
  const options: ExportOptions = { format: 'explorer', environmentIds: ['a'], secrets: none, sign: false }
  const { leaks } = await mine.api.previewExport(options, context)
  expect(leaks).toMatchObject([{ environmentName: 'Orders', place: 'notes', kind: 'known_secret' }])
  expect(await mine.api.saveExport(options, context)).toMatchObject({
    kind: 'failed',
    reason: { code: 'secret_in_clear', evidence: { places: [{ place: 'notes', environment: 'Orders' }] } },
  })
  expect(await mine.api.copyExport(options, context)).toMatchObject({ code: 'secret_in_clear' })
  expect([mine.saved, mine.copied]).toEqual([[], []])
})

test('secrets of the session, and those of other environments, are looked for too', async () => {
  await add(mine, 'a', { notes: 'session-secret-1', audience: 'other-secret-2' })
  mine.session.secrets.set('a', { proxy_password: 'session-secret-1' })
  await add(mine, 'b')
  await mine.store.set('b', 'client_secret', 'other-secret-2', 'next')
  const { leaks } = await mine.api.previewExport(
    { format: 'explorer', environmentIds: ['a'], secrets: none, sign: false },
    context,
  )
  expect(new Set(leaks.map(({ place, kind }) => `${place} ${kind}`))).toEqual(
    new Set(['notes known_secret', 'audience known_secret']),
  )
})

test('what was fetched from a source outside is looked for too', async () => {
  await add(mine, 'a', { notes: 'it is f3tched-Fr0m-elsewhere' })
  const source = { kind: 'environment_variable', variable: 'X' } as const
  mine.session.secretCache.set('b client_secret', {
    source,
    value: 'f3tched-Fr0m-elsewhere',
    fetched: { now: 0, uptime: 0 },
    keptFor: 0,
  })
  expect(
    await mine.api.previewExport({ format: 'explorer', environmentIds: ['a'], secrets: none, sign: false }, context),
  ).toMatchObject({
    leaks: [{ place: 'notes', kind: 'known_secret' }],
  })
})

test('stored secrets that are locked are reported, because what is written cannot be searched for them', async () => {
  await add(mine, 'a')
  mine.lock(true)
  const { unreadable } = await mine.api.previewExport(
    { format: 'explorer', environmentIds: ['a'], secrets: none, sign: false },
    context,
  )
  expect(unreadable).toMatchObject([{ name: 'client_secret', reason: { code: 'passphrase_needed' } }])
})

test('built-in environments are not exported', async () => {
  mine.workspace.environments.add({ id: 'sandbox', builtIn: true, value: orders })
  const outcome = await mine.api.saveExport(
    { format: 'explorer', environmentIds: ['sandbox'], secrets: none, sign: false },
    context,
  )
  expect(outcome).toMatchObject({ kind: 'failed', reason: { code: 'nothing_to_export' } })
})

test('an imported environment has its calls, no secret, and no origin that one may be sent to', async () => {
  await add(mine, 'a')
  const text = await exported(mine, ['a'])
  const before = theirs.state()
  const [item] = previewOf(await read(theirs, text)).items
  expect(item).toMatchObject({
    status: 'added',
    existing: null,
    apiCalls: 1,
    carried: [],
    missing: ['client_secret'],
  })
  expect(item?.receivers).toEqual([
    {
      kind: 'server',
      secret: 'client_secret',
      source: 'stored in the workspace',
      origin: 'https://as.example',
      known: false,
    },
    {
      kind: 'server',
      secret: 'access_token',
      source: 'the token endpoint',
      origin: 'https://api.example',
      known: false,
    },
  ])
  expect(theirs.state()).toBe(before)
  await take(theirs, text)
  expect(one(theirs, 'a')?.value).toEqual(orders)
  expect(theirs.workspace.apiCalls.list('a')).toHaveLength(1)
  expect(theirs.workspace.secretBindings.list('a', 'client_secret')).toEqual([])
  expect(newestEvents(theirs.workspace, 5).map(({ kind }) => kind)).toEqual(['imported', 'environment_created'])
  expect(theirs.notices).toContain('environments_changed')
})

test('I3 an environment with the same id is unchanged, or in conflict with what differs, and kept without a choice', async () => {
  await add(mine, 'a')
  await add(theirs, 'a')
  expect(previewOf(await read(theirs, await exported(mine, ['a']))).items[0]).toMatchObject({
    status: 'unchanged',
    changes: [],
  })
  mine.workspace.environments.update('a', { ...orders, token_endpoint: 'https://evil.example/token' })
  const text = await exported(mine, ['a'])
  const [item] = previewOf(await read(theirs, text)).items
  expect(item).toMatchObject({
    status: 'same_id',
    changes: [{ field: 'token_endpoint', before: 'https://as.example/token', after: 'https://evil.example/token' }],
  })
  expect(item?.receivers[0]).toMatchObject({ secret: 'client_secret', origin: 'https://evil.example', known: false })
  const before = theirs.state()
  expect(await take(theirs, text)).toMatchObject({ added: [], replaced: [], kept: 1 })
  expect(theirs.state()).toBe(before)
})

test('replacing keeps secrets and origins as they are, and undoing restores all that was there', async () => {
  await add(mine, 'a', { name: 'Renamed', notes: 'new' })
  mine.workspace.apiCalls.delete('a-call')
  await add(theirs, 'z')
  await add(theirs, 'a')
  await add(theirs, 'b')
  const before = theirs.state()
  const result = await take(theirs, await exported(mine, ['a']), [{ id: 'a', choice: 'replace' }])
  expect(result).toMatchObject({ added: [], replaced: ['a'] })
  expect(one(theirs, 'a')?.value.notes).toBe('new')
  expect(theirs.workspace.apiCalls.list('a')).toEqual([])
  expect(theirs.workspace.secretBindings.list('a', 'client_secret')).toMatchObject([{ origin: 'https://as.example' }])
  expect(await theirs.store.get('a', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
  expect(await theirs.api.undoImport({ importId: result.importId }, context)).toEqual({ kind: 'undone' })
  expect(theirs.state()).toBe(before)
  expect(await theirs.api.undoImport({ importId: result.importId }, context)).toMatchObject({ kind: 'refused' })
})

test('a replaced environment that takes a secret from somewhere else has to be asked about again, until it is undone', async () => {
  await add(mine, 'a', { secretSources: { client_secret: { kind: 'environment_variable', variable: 'MINE' } } })
  await add(theirs, 'a', { secretSources: { client_secret: { kind: 'environment_variable', variable: 'YOURS' } } })
  const reading = previewOf(await read(theirs, await exported(mine, ['a'])))
  expect(reading.items[0]?.receivers).toContainEqual(
    expect.objectContaining({ secret: 'client_secret', origin: 'https://as.example', known: false }),
  )
  const before = theirs.state()
  const { importId } = reading
  await theirs.api.applyImport({ importId, choices: [{ id: 'a', choice: 'replace' }] }, context)
  expect(theirs.workspace.secretBindings.all('a')).toEqual([])
  theirs.workspace.secretBindings.add('a', {
    name: 'client_secret',
    origin: 'https://elsewhere.example',
    way: plainWay,
  })
  await theirs.api.undoImport({ importId }, context)
  expect(theirs.state()).toBe(before)
})

test('where a key was allowed to sign for is known', async () => {
  await add(mine, 'a', { token_endpoint_auth_method: 'private_key_jwt' })
  await add(theirs, 'a', { token_endpoint_auth_method: 'private_key_jwt', client_id: 'other' })
  theirs.workspace.secretBindings.add('a', { name: 'private_key', origin: 'https://as.example', way: plainWay })
  const { items } = previewOf(await read(theirs, await exported(mine, ['a'])))
  expect(items[0]?.receivers).toContainEqual(expect.objectContaining({ secret: 'client_assertion', known: true }))
})

test('two environments of a file do not replace the same one, the second over the first', async () => {
  await add(mine, 'a')
  await add(mine, 'b')
  await add(theirs, 'c', { client_id: 'other' })
  const { importId } = previewOf(await read(theirs, await exported(mine, ['a', 'b'])))
  const before = theirs.state()
  const choices = ['a', 'b'].map((id) => ({ id, choice: 'replace' as const }))
  expect(await theirs.api.applyImport({ importId, choices }, context)).toMatchObject({ kind: 'refused' })
  expect(theirs.state()).toBe(before)
})

test('undoing takes no call away from an environment that got its id meanwhile', async () => {
  await add(mine, 'a', { client_id: 'other' })
  mine.workspace.apiCalls.delete('a-call')
  await add(theirs, 'a')
  const first = await take(theirs, await exported(mine, ['a']), [{ id: 'a', choice: 'replace' }])
  await add(theirs, 'b')
  const call = { ...newApiRequest, ...newCallLabel, url: 'https://b.example/' } as const
  theirs.workspace.apiCalls.put({ ...call, id: 'a-call', environmentId: 'b' })
  await theirs.api.undoImport({ importId: first.importId }, context)
  expect(theirs.workspace.apiCalls.list('b').map(({ url }) => url)).toContain('https://b.example/')
  expect(theirs.workspace.apiCalls.list('a')).toHaveLength(1)
})

test('what was typed for an environment that was deleted is not for one that is imported with its id', async () => {
  await add(mine, 'a')
  await add(theirs, 'a')
  theirs.session.secrets.set('a', { client_secret: 'typed for the other' })
  theirs.workspace.environments.delete('a', 1)
  const [id = ''] = (await take(theirs, await exported(mine, ['a']))).added
  expect(theirs.session.secrets.get(id)).toBeUndefined()
})

test('taking both gives a new id and a free name, and leaves the calls of the one that is there', async () => {
  await add(mine, 'a', { notes: 'new' })
  await add(theirs, 'a')
  const result = await take(theirs, await exported(mine, ['a']), [{ id: 'a', choice: 'both' }])
  const [id = ''] = result.added
  expect(id).not.toBe('a')
  expect(one(theirs, id)?.value.name).toBe('Orders (imported)')
  expect([theirs.workspace.apiCalls.list('a').length, theirs.workspace.apiCalls.list(id).length]).toEqual([1, 1])
})

test('the same name with another id is a conflict, and replacing keeps the id that is there', async () => {
  await add(mine, 'a', { notes: 'new' })
  await add(theirs, 'b')
  const text = await exported(mine, ['a'])
  expect(previewOf(await read(theirs, text)).items[0]).toMatchObject({ status: 'same_name', existing: { id: 'b' } })
  expect(await take(theirs, text, [{ id: 'a', choice: 'replace' }])).toMatchObject({ replaced: ['b'] })
  expect(one(theirs, 'b')?.value.notes).toBe('new')
})

test('a call of another environment is not taken away by an id in a file', async () => {
  await add(mine, 'a')
  await add(theirs, 'x', { name: 'Theirs' })
  const text = (await exported(mine, ['a'])).replace('a-call', 'x-call').replace('api.example', 'evil.example')
  const before = theirs.workspace.apiCalls.list('x')
  await take(theirs, text)
  expect(theirs.workspace.apiCalls.list('x')).toEqual(before)
  expect(theirs.workspace.apiCalls.list('a').map(({ url }) => url)).toEqual(['https://evil.example/orders'])
})

test('an environment that was deleted and is imported takes no secret over, and the deleted one can be restored with its own', async () => {
  await add(mine, 'a')
  await add(theirs, 'a', { notes: 'deleted' })
  theirs.workspace.environments.delete('a', 1)
  const [id = ''] = (await take(theirs, await exported(mine, ['a']))).added
  expect(one(theirs, id)?.value.name).toBe('Orders')
  expect(theirs.workspace.apiCalls.list(id)).toHaveLength(1)
  expect(await theirs.store.get(id, 'client_secret', 'current')).toBeNull()
  expect(theirs.workspace.secretBindings.all(id)).toEqual([])
  expect(theirs.workspace.environments.restore('a')).toBe(true)
  expect(one(theirs, 'a')?.value.notes).toBe('deleted')
  expect(await theirs.store.get('a', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
  expect(theirs.workspace.secretBindings.all('a')).toMatchObject([
    { name: 'client_secret', origin: 'https://as.example' },
  ])
  expect(theirs.workspace.apiCalls.list('a')).toHaveLength(1)
})

test('undoing is refused when what was imported was changed since, and changes nothing', async () => {
  await add(mine, 'a')
  const { importId } = await take(theirs, await exported(mine, ['a']))
  theirs.workspace.environments.update('a', { ...orders, notes: 'mine' })
  const before = theirs.state()
  expect(await theirs.api.undoImport({ importId }, context)).toMatchObject({
    kind: 'refused',
    reason: { code: 'environment_changed', evidence: { name: 'Orders' } },
  })
  expect(theirs.state()).toBe(before)
})

test('undoing is refused when a secret that came along was replaced or removed since', async () => {
  await add(mine, 'a')
  const { importId } = previewOf(await read(theirs, await exportedToThem()))
  await theirs.api.applyImport({ importId, choices: [] }, context)
  await theirs.store.set('a', 'client_secret', 'another one', 'current')
  expect(await theirs.api.undoImport({ importId }, context)).toMatchObject({ kind: 'refused' })
  theirs.workspace.secrets.delete('a', 'client_secret', 'current')
  expect(await theirs.api.undoImport({ importId }, context)).toMatchObject({ kind: 'refused' })
})

test('undoing is refused when a secret was taken from elsewhere since', async () => {
  await add(mine, 'a')
  const { importId } = await take(theirs, await exported(mine, ['a']))
  const secretSources = { client_secret: { kind: 'environment_variable', variable: 'X' } } as const
  theirs.workspace.environments.update('a', { ...orders, secretSources })
  expect(await theirs.api.undoImport({ importId }, context)).toMatchObject({ kind: 'refused' })
})

test('undoing takes along the secrets that were supplied since to what was added and replaced', async () => {
  await add(mine, 'a')
  await add(mine, 'b', { name: 'Other', notes: 'theirs' })
  theirs.workspace.environments.add({ id: 'b', builtIn: false, value: { ...orders, name: 'Other' } })
  const before = theirs.state()
  const { importId } = await take(theirs, await exported(mine, ['a', 'b']), [{ id: 'b', choice: 'replace' }])
  await theirs.store.set('a', 'client_secret', 'typed', 'current')
  await theirs.store.set('b', 'client_secret', 'typed', 'current')
  expect(await theirs.api.undoImport({ importId }, context)).toEqual({ kind: 'undone' })
  expect(theirs.state()).toBe(before)
  expect(theirs.workspace.secrets.all()).toEqual([])
})

test('undoing takes along a secret that was supplied for the session alone', async () => {
  await add(mine, 'a')
  const before = theirs.state()
  const { importId } = await take(theirs, await exported(mine, ['a']))
  const secretSources = { client_secret: { kind: 'session' } } as const
  theirs.workspace.environments.update('a', { ...orders, secretSources })
  theirs.session.secrets.set('a', { client_secret: 'typed' })
  expect(await theirs.api.undoImport({ importId }, context)).toEqual({ kind: 'undone' })
  expect(theirs.state()).toBe(before)
})

test('a built-in environment is not replaced, and then nothing of the file is imported', async () => {
  await add(mine, 'a', { notes: 'new' })
  await add(mine, 'b', { name: 'Other' })
  theirs.workspace.environments.add({ id: 'a', builtIn: true, value: orders })
  const { importId } = previewOf(await read(theirs, await exported(mine, ['a', 'b'])))
  const before = theirs.state()
  const result = await theirs.api.applyImport({ importId, choices: [{ id: 'a', choice: 'replace' }] }, context)
  expect(result).toMatchObject({ kind: 'refused', reason: { code: 'built_in' } })
  expect(theirs.state()).toBe(before)
})

test(
  'I5 secrets travel by a passphrase: a wrong one opens nothing, the right one stores them',
  async () => {
    const text = await exportedByPassphrase()
    const reading = await read(theirs, text)
    expect(reading).toMatchObject({ kind: 'encrypted', to: 'passphrase', partly: true, problem: null })
    if (reading.kind !== 'encrypted') return
    const { importId } = reading
    const wrong = await theirs.api.openImport({ importId, passphrase: 'something else' }, context)
    expect(wrong).toMatchObject({ kind: 'encrypted', problem: { code: 'wrong_passphrase' } })
    const opened = previewOf(await theirs.api.openImport({ importId, passphrase }, context))
    expect(opened.items[0]).toMatchObject({ carried: ['client_secret'], missing: [] })
    expect(await theirs.api.applyImport({ importId, choices: [] }, context)).toMatchObject({
      kind: 'applied',
      notStored: [],
    })
    expect(await theirs.store.get('a', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
    expect(theirs.workspace.secretBindings.list('a', 'client_secret')).toEqual([])
  },
  slow,
)

test(
  'I5 encrypted secrets that were changed or cut short make the whole file fail',
  async () => {
    const text = await exportedByPassphrase()
    const lines = text.split('\n')
    const begin = lines.findIndex((line) => line.includes('BEGIN AGE'))
    const without = lines.filter((_, index) => index !== begin + 2).join('\n')
    const before = theirs.state()
    const reading = await read(theirs, without)
    const outcome =
      reading.kind === 'encrypted'
        ? await theirs.api.openImport({ importId: reading.importId, passphrase }, context)
        : reading
    expect(outcome).toMatchObject({ kind: 'refused' })
    expect(theirs.state()).toBe(before)
  },
  slow,
)

test(
  'without the passphrase the environments alone can be imported',
  async () => {
    const reading = await read(theirs, await exportedByPassphrase())
    if (reading.kind !== 'encrypted') throw new Error(reading.kind)
    const opened = previewOf(await theirs.api.openImport({ importId: reading.importId, passphrase: null }, context))
    expect(opened.items[0]).toMatchObject({ carried: [], missing: ['client_secret'] })
    expect(await theirs.api.applyImport({ importId: reading.importId, choices: [] }, context)).toMatchObject({
      kind: 'applied',
      added: ['a'],
    })
  },
  slow,
)

test("secrets to one's own recipient open by themselves, and an unknown author is pinned and forgotten by undoing", async () => {
  await mine.api.createSharingKeys({ name: 'Ada' }, context)
  await theirs.api.createSharingKeys({ name: 'Ben' }, context)
  const { own } = await theirs.api.sharingKeys(undefined, context)
  await add(mine, 'a')
  const text = await exported(mine, ['a'], { kind: 'recipients', recipients: [own?.recipient ?? ''] }, true)
  const before = theirs.state()
  const preview = previewOf(await read(theirs, text))
  expect(preview).toMatchObject({
    signature: { kind: 'new_author', name: 'Ada' },
    items: [{ carried: ['client_secret'] }],
  })
  const { importId } = await take(theirs, text)
  expect(previewOf(await read(theirs, text)).signature).toMatchObject({ kind: 'known_author', name: 'Ada' })
  expect(await theirs.api.undoImport({ importId }, context)).toEqual({ kind: 'undone' })
  expect(theirs.state()).toBe(before)
})

test('a file that was changed after it was signed is shown as such and not imported', async () => {
  await mine.api.createSharingKeys({ name: 'Ada' }, context)
  await add(mine, 'a')
  const text = await exported(mine, ['a'], none, true)
  const spread = JSON.stringify(JSON.parse(text))
  expect(previewOf(await read(theirs, spread)).signature.kind).toBe('new_author')
  const changed = previewOf(await read(theirs, text.replace('as.example', 'evil.example')))
  expect(changed.signature.kind).toBe('invalid')
  expect(await theirs.api.applyImport({ importId: changed.importId, choices: [] }, context)).toMatchObject({
    kind: 'refused',
  })
  expect(one(theirs, 'a')).toBeNull()
})

test('a carried secret that cannot be stored is reported, and its environment is there', async () => {
  await add(mine, 'a')
  const { importId } = previewOf(await read(theirs, await exportedToThem()))
  theirs.lock(true)
  expect(await theirs.api.applyImport({ importId, choices: [] }, context)).toMatchObject({
    added: ['a'],
    notStored: [
      {
        environmentName: 'Orders',
        name: 'client_secret',
        reason: { code: 'storage_not_ready', evidence: { storage: 'locked' } },
      },
    ],
  })
})

test('undoing an import that replaced a secret puts the old one back, and one that waited', async () => {
  await add(mine, 'a')
  await add(theirs, 'a')
  await theirs.store.set('a', 'client_secret', 'the old one', 'current')
  await theirs.store.set('a', 'client_secret', 'one that waits', 'next')
  const before = theirs.state()
  const { importId } = previewOf(await read(theirs, await exportedToThem()))
  await theirs.api.applyImport({ importId, choices: [{ id: 'a', choice: 'replace' }] }, context)
  expect(await theirs.store.get('a', 'client_secret', 'current')).toEqual({ ok: true, value: secret })
  expect(await theirs.store.get('a', 'client_secret', 'next')).toBeNull()
  expect(await theirs.api.undoImport({ importId }, context)).toEqual({ kind: 'undone' })
  expect(await theirs.store.get('a', 'client_secret', 'current')).toEqual({ ok: true, value: 'the old one' })
  expect(theirs.state()).toBe(before)
})

test("a whole file that age encrypted to one's own key opens by itself, and to nobody here stays closed", async () => {
  await theirs.api.createSharingKeys({ name: 'Ben' }, context)
  const { own } = await theirs.api.sharingKeys(undefined, context)
  await add(mine, 'a')
  const lines = await encryptTo(await exported(mine, ['a']), { kind: 'recipients', recipients: [own?.recipient ?? ''] })
  const armor = `${lines.join('\n')}\n`
  expect(previewOf(await read(theirs, armor)).items).toMatchObject([{ id: 'a' }])
  const closed = await read(mine, armor)
  expect(closed).toMatchObject({ kind: 'encrypted', to: 'recipient', partly: false })
  const importId = closed.kind === 'encrypted' ? closed.importId : ''
  expect(await mine.api.applyImport({ importId, choices: [] }, context)).toMatchObject({ kind: 'refused' })
  expect(await read(theirs, armor.slice(0, 200))).toMatchObject({ kind: 'refused' })
})
