import { expect, test } from 'vitest'
import { createSecretClipboard } from '../../electron/shell/clipboard.ts'

function fake() {
  let text = ''
  let due: (() => void) | null = null
  const secrets = createSecretClipboard(
    {
      readText: async () => text,
      writeText: async (next) => void (text = next),
      clear: () => (text = ''),
    },
    (run) => {
      due = run
      return () => (due = null)
    },
  )
  const settled = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))
  return { secrets, settled, text: () => text, other: (next: string) => (text = next), ring: () => due?.() }
}

test('something copied since is left alone', async () => {
  const { secrets, settled, text, other, ring } = fake()
  secrets.copy('secret')
  await settled()
  other('a shopping list')
  ring()
  await settled()
  expect(text()).toBe('a shopping list')
})

test('a secret is cleared when its time is over, and on quit', async () => {
  const { secrets, settled, text, ring } = fake()
  secrets.copy('secret')
  await settled()
  expect(text()).toBe('secret')
  ring()
  await settled()
  expect(text()).toBe('')
  secrets.copy('another')
  expect(secrets.holdsSecret()).toBe(true)
  await secrets.forget()
  expect([text(), secrets.holdsSecret()]).toEqual(['', false])
})

test('a text that is no secret stays, no matter what was copied before it', async () => {
  const { secrets, settled, text, ring } = fake()
  secrets.copy('secret')
  secrets.copyText('evidence')
  await settled()
  expect(secrets.holdsSecret()).toBe(false)
  ring()
  await secrets.forget()
  expect(text()).toBe('evidence')
})
