import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { armorOf } from '../../electron/core/shared-file/age-armor.ts'
import { ageKindOf, decryptWith, encryptTo } from '../../electron/core/shared-file/age.ts'
import { newPassphraseWords } from '../../electron/core/shared-file/passphrase-words.ts'
import { because } from '../support/skipped.ts'
import { ageInTerminal, missingAge, runAge } from './age-programs.ts'

const secret = 'client_secret: Ünïcödé 🌍\n'.repeat(4000)

const missing = missingAge()

describe.skipIf(missing !== null)(`the age tool${because(missing)}`, { timeout: 60_000 }, () => {
  let folder = ''
  let keyFile = ''
  let identity = ''
  let recipient = ''
  const inFolder = (name: string) => path.join(folder, name)

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ccx-age-'))
    keyFile = inFolder('key.txt')
    runAge('age-keygen', ['-o', keyFile])
    recipient = runAge('age-keygen', ['-y', keyFile]).output.trim()
    identity = /^AGE-SECRET-KEY-1\w+$/m.exec(await readFile(keyFile, 'utf8'))?.[0] ?? ''
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('opens what is encrypted to its own recipient', async () => {
    const other = await identityToRecipient(await generateX25519Identity())
    const lines = await encryptTo(secret, { kind: 'recipients', recipients: [other, recipient] })
    const opened = runAge('age', ['-d', '-i', keyFile], `${lines.join('\n')}\n`)
    expect(opened).toStrictEqual({ status: 0, output: secret, complaint: '' })
  })

  it('opens it without a line feed at the end, too', async () => {
    const lines = await encryptTo(secret, { kind: 'recipients', recipients: [recipient] })
    expect(runAge('age', ['-d', '-i', keyFile], lines.join('\n')).output).toBe(secret)
  })

  it('does not open what is encrypted to another', async () => {
    const other = await identityToRecipient(await generateX25519Identity())
    const lines = await encryptTo(secret, { kind: 'recipients', recipients: [other] })
    const refused = runAge('age', ['-d', '-i', keyFile], `${lines.join('\n')}\n`)
    expect(refused).toMatchObject({ status: 1, output: '' })
    expect(refused.complaint).toContain('no identity matched')
  })

  it('encrypts what its identity opens here', async () => {
    const armor = runAge('age', ['-a', '-r', recipient], secret).output
    expect(ageKindOf(armor)).toBe('recipient')
    expect(await decryptWith(armor, { identity })).toStrictEqual({ ok: true, text: secret })
    const stranger = await generateX25519Identity()
    expect(await decryptWith(armor, { identity: stranger })).toMatchObject({ problem: { code: 'wrong_identity' } })
  })

  it('makes binary files too, which are opened here once they are armored, and are damaged before', async () => {
    await writeFile(inFolder('plain'), secret)
    runAge('age', ['-r', recipient, '-o', inFolder('binary'), inFolder('plain')])
    const binary = await readFile(inFolder('binary'))
    expect(await decryptWith(binary.toString('latin1'), { identity })).toMatchObject({
      ok: false,
      problem: { code: 'encrypted_damaged' },
    })
    expect(await decryptWith(armorOf(binary).join('\n'), { identity })).toStrictEqual({ ok: true, text: secret })
  })

  it('opens what is encrypted to a passphrase, given in composed form, and not with another', async () => {
    const passphrase = `${newPassphraseWords()} Zürich`
    const lines = await encryptTo(secret, { kind: 'passphrase', passphrase: passphrase.normalize('NFD') })
    await writeFile(inFolder('to-passphrase.age'), `${lines.join('\n')}\n`)
    const command = (output: string) => `age -d -o '${inFolder(output)}' '${inFolder('to-passphrase.age')}'`
    expect(await ageInTerminal(command('opened'), passphrase.normalize('NFC'))).toMatchObject({ status: 0 })
    expect(await readFile(inFolder('opened'), 'utf8')).toBe(secret)
    const refused = await ageInTerminal(command('refused'), 'wrong horse')
    expect(refused).toMatchObject({ status: 1, shown: expect.stringContaining('incorrect passphrase') })
  })

  it('encrypts to a passphrase what the passphrase opens here, and another does not', async () => {
    const passphrase = 'Zürich-🌍-horse'
    await writeFile(inFolder('plain'), secret)
    const shown = await ageInTerminal(`age -p -a -o '${inFolder('theirs.age')}' '${inFolder('plain')}'`, passphrase)
    expect(shown).toMatchObject({ status: 0 })
    const armor = await readFile(inFolder('theirs.age'), 'utf8')
    expect(ageKindOf(armor)).toBe('passphrase')
    expect(await decryptWith(armor, { passphrase })).toStrictEqual({ ok: true, text: secret })
    expect(await decryptWith(armor, { passphrase: `${passphrase} ` })).toMatchObject({
      problem: { code: 'wrong_passphrase' },
    })
  })
})
