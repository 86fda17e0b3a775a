import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasEntry } from '../../../../electron/core/files/git/git-index.ts'
import { workingCopyAround } from '../../../../electron/core/files/git/working-copy.ts'
import { gitStateOf } from '../../../../electron/core/files/git/git-state.ts'

let folder: string
const git = (...given: string[]) => execFileSync('git', ['-c', 'init.defaultBranch=main', ...given], { cwd: folder })
const at = (file: string) => path.join(folder, file)
const write = (file: string, text = 'secret') => {
  mkdirSync(path.dirname(at(file)), { recursive: true })
  writeFileSync(at(file), text)
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ccx-git-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file outside of a working copy has nothing to do with Git', async () => {
  write('client.json')
  expect(await gitStateOf(at('client.json'))).toBe('none')
})

test('a file that was added is tracked, and one of the same ending or beginning is not', async () => {
  git('init', '-q')
  write('keys/client.json')
  write('client.json')
  write('keys/client.json.old')
  git('add', 'keys/client.json')
  expect(await gitStateOf(at('keys/client.json'))).toBe('tracked')
  expect(await gitStateOf(at('client.json'))).toBe('untracked')
  expect(await gitStateOf(at('keys/client.json.old'))).toBe('untracked')
})

test('a tracked file stays one where it is ignored as well', async () => {
  git('init', '-q')
  write('.env')
  git('add', '.env')
  write('.gitignore', '.env\n')
  expect(await gitStateOf(at('.env'))).toBe('tracked')
})

test('a file is ignored by a rule of a folder above, or of the repository', async () => {
  git('init', '-q')
  write('service/.env')
  expect(await gitStateOf(at('service/.env'))).toBe('untracked')
  write('.gitignore', '.env\n')
  expect(await gitStateOf(at('service/.env'))).toBe('ignored')
  write('service/.gitignore', '!.env\n')
  expect(await gitStateOf(at('service/.env'))).toBe('untracked')
  write('service/.gitignore', '')
  write('.gitignore', '')
  write('.git/info/exclude', 'service/\n')
  expect(await gitStateOf(at('service/.env'))).toBe('ignored')
})

test('an index of the versions 3 and 4 is read or left open', async () => {
  git('init', '-q')
  write('client.json')
  git('add', '--intent-to-add', 'client.json')
  expect(await gitStateOf(at('client.json'))).toBe('tracked')
  git('update-index', '--index-version', '4')
  expect(await gitStateOf(at('client.json'))).toBe('untracked')
})

test('a worktree has its own index', async () => {
  git('init', '-q')
  write('readme')
  git('add', 'readme')
  git('-c', 'user.name=t', '-c', 'user.email=t@example', 'commit', '-qm', 'first')
  git('worktree', 'add', '-q', 'other')
  write('other/client.json')
  expect(await gitStateOf(at('other/readme'))).toBe('tracked')
  expect(await gitStateOf(at('other/client.json'))).toBe('untracked')
})

test('a folder on a network share that a file names is not looked at', async () => {
  write('.git', String.raw`gitdir: \\server\share\.git`)
  expect(await workingCopyAround(folder, 'win32')).toBeNull()
  write('.git', 'gitdir: //server/share/.git')
  expect(await workingCopyAround(folder, 'win32')).toBeNull()
  rmSync(at('.git'))
  symlinkSync(String.raw`\\server\share\.git`, at('.git'))
  expect(await workingCopyAround(folder, 'win32')).toBeNull()
  rmSync(at('.git'))
  write('.git', 'gitdir: ../elsewhere/.git/worktrees/this')
  expect(await workingCopyAround(folder, 'win32')).toMatchObject({ root: folder })
})

test('a folder that is only named .git hides no repository around it', async () => {
  git('init', '-q')
  write('service/.env')
  git('add', 'service/.env')
  mkdirSync(at('service/.git'))
  write('service/.gitignore', '*\n')
  expect(git('ls-files', 'service').toString().trim()).toBe('service/.env')
  expect(await gitStateOf(at('service/.env'))).toBe('tracked')
})

test('an index that repeats a name over and over is searched once', () => {
  const size = 8 << 20
  const index = Buffer.concat([Buffer.from('DIRC\0\0\0\u0002\0\0\0\0', 'latin1'), Buffer.alloc(size, 'a')])
  expect(hasEntry(index, 'a'.repeat(4000))).toBe(false)
})

test('what is no index says nothing, and damage claims nothing', async () => {
  expect(hasEntry(Buffer.from('nonsense'), 'client.json')).toBeNull()
  write('.git', 'no folder is named here')
  write('client.json')
  expect(await gitStateOf(at('client.json'))).toBe('none')
  rmSync(at('.git'))
  write('.git/index', 'DIRC')
  expect(await gitStateOf(at('client.json'))).toBe('untracked')
})
