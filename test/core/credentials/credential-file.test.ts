import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readCredentialFile } from '../../../electron/core/credentials/credential-file.ts'
import { isNetworkShare } from '../../../electron/core/files/read-file.ts'
import { because } from '../../support/skipped.ts'
import { isRoot } from '../../support/unprivileged.ts'
import { worded } from './worded.ts'

const missingPermissions = isRoot ? 'Permissions do not bind root.' : null

let folder: string
const at = (name: string) => path.join(folder, name)
const read = async (file: string) => worded(await readCredentialFile(file))

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ccx-files-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each(['', 'key.pem', './key.pem', '../key.pem', '~', '~root/key.pem', 'file:///key.pem'])(
  '%j is no absolute path',
  async (file) => {
    expect(await read(file)).toEqual({ ok: false, message: expect.stringContaining('Enter an absolute path') })
  },
)

test('a file that is missing is named by its path', async () => {
  const message = `The file ${at('no.pem')} does not exist.`
  expect(await read(at('no.pem'))).toEqual({ ok: false, message })
  await writeFile(at('plain'), '')
  expect(await read(at('plain/below'))).toMatchObject({ message: expect.stringContaining('does not exist') })
})

test('a path that no file can have is refused without an exception', async () => {
  expect(await read('/a\0b')).toMatchObject({ ok: false })
  expect(await read(`/${'x'.repeat(5000)}`)).toMatchObject({ ok: false })
  await symlink(at('loop'), at('loop'))
  expect(await read(at('loop'))).toMatchObject({ message: expect.stringContaining('ELOOP') })
})

test('a folder, a device, a socket and a pipe are refused, and nothing waits for a writer', async () => {
  execFileSync('mkfifo', [at('pipe')])
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(at('socket'), resolve))
  expect(await read(folder)).toMatchObject({ message: expect.stringContaining('is a folder') })
  for (const file of [at('pipe'), at('socket'), '/dev/zero']) {
    expect(await read(file)).toMatchObject({ message: expect.stringContaining('not an ordinary file') })
  }
  server.close()
})

test('a file of more than 1 MiB is refused, one of exactly that much is read', async () => {
  await writeFile(at('large'), '')
  await truncate(at('large'), 1024 * 1024)
  expect(await read(at('large'))).toMatchObject({ ok: true })
  await truncate(at('large'), 1024 * 1024 + 1)
  expect(await read(at('large'))).toMatchObject({ message: expect.stringContaining('larger than 1 MiB') })
})

test.skipIf(missingPermissions !== null)(
  `a file without permission says so${because(missingPermissions)}`,
  async () => {
    await writeFile(at('secret'), 'x')
    await chmod(at('secret'), 0)
    expect(await read(at('secret'))).toMatchObject({ message: expect.stringContaining('no permission to read') })
  },
)

test('a file whose size is not known beforehand is read whole', async () => {
  expect(await read('/proc/self/status')).toMatchObject({
    ok: true,
    value: expect.toSatisfy((bytes: Buffer) => bytes.length > 100),
  })
})

test('~/ is the home folder', async () => {
  vi.stubEnv('HOME', folder)
  expect(homedir()).toBe(folder)
  await writeFile(at('key.pem'), 'the key')
  expect(await read('~/key.pem')).toEqual({ ok: true, value: Buffer.from('the key') })
})

test.each([
  ['\\\\server.example\\share\\key.pem', 'win32', true],
  ['//server.example/share/key.pem', 'win32', true],
  ['C:\\keys\\key.pem', 'win32', false],
  ['//keys/key.pem', 'linux', false],
] as const)('%s on %s is a path of a network share: %s', (file, platform, expected) => {
  expect(isNetworkShare(file, platform)).toBe(expected)
})
