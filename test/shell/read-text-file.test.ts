import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPlainText, readTextFile } from '../../electron/shell/read-text-file.ts'

let folder = ''
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'ccx-read-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const place = path.join(folder, name)
  writeFileSync(place, content)
  return place
}

describe('a text file that a person chose', () => {
  it('is refused when it is larger than the limit, which is named', async () => {
    const place = file('large.json', 'x'.repeat(2_097_153))
    await expect(readTextFile(place, 2_097_152)).rejects.toThrow('large.json is larger than 2 MiB')
  })

  it('is refused at the limit also where its size is not known beforehand', async () => {
    await expect(readTextFile('/proc/self/status', 16)).rejects.toThrow('is larger than')
  })

  it('is given with U+FFFD where it is no UTF-8, and without a byte order mark', async () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x1f, 0x8b)
    expect((await readTextFile(file('packed.gz', bytes), 100)).text).toBe('\u{1F}\u{FFFD}')
  })

  it('is read as UTF-16 where it begins with the mark of it, also in a folder', async () => {
    const little = Uint8Array.of(0xff, 0xfe, 0x41, 0, 0xfc, 0)
    const place = file('little.env', little)
    expect((await readTextFile(place, 100)).text).toBe('Aü')
    expect(await readPlainText(place, 100)).toMatchObject({ ok: true, text: 'Aü' })
    const big = Uint8Array.of(0xfe, 0xff, 0, 0x41, 0, 0xfc)
    expect((await readTextFile(file('big.env', big), 100)).text).toBe('Aü')
  })

  it('is not waited for when it is a pipe, nor read when it is a folder', async () => {
    const pipe = path.join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    await expect(readTextFile(pipe, 100)).rejects.toThrow('is a folder or a device')
    await expect(readTextFile(folder, 100)).rejects.toThrow('is a folder or a device')
  })

  it('keeps the words of the file system when it is not there', async () => {
    await expect(readTextFile(path.join(folder, 'gone'), 100)).rejects.toThrow('ENOENT')
  })

  it('is given with its name, when it has just the size of the limit', async () => {
    await expect(readTextFile(file('fits.ccx.json', 'ä'.repeat(50)), 100)).resolves.toEqual({
      name: 'fits.ccx.json',
      text: 'ä'.repeat(50),
    })
  })
})
