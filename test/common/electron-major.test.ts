import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { electronMajor, outdatedMajor } from '../../electron/common/electron-major.ts'

test('it is the major of the Electron that package.json names', () => {
  const manifest: { devDependencies: { electron: string } } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  )
  expect(Number.parseInt(manifest.devDependencies.electron, 10)).toBe(electronMajor)
})

test('an older Electron is outdated, this one and newer ones are not, and no version says nothing', () => {
  expect(outdatedMajor('25.1.1')).toBe(25)
  expect(outdatedMajor(`${electronMajor - 1}.9.9`)).toBe(electronMajor - 1)
  expect(outdatedMajor(`${electronMajor}.0.0-beta.1`)).toBeNull()
  expect(outdatedMajor(`${electronMajor + 1}.0.0`)).toBeNull()
  expect(outdatedMajor('')).toBeNull()
})
