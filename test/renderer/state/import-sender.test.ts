import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noImportEdits } from '../../../electron/catalogue/no-import-edits.ts'
import type { ImportEdits } from '../../../electron/contract/import-edits.ts'
import type { ImportReading } from '../../../electron/contract/sharing.ts'
import { createSender } from '../../../renderer/state/import-sender.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const without = (id: string): ImportEdits => ({ ...noImportEdits, callsLeftOut: [id] })
const answer: ImportReading = { kind: 'cancelled' }

/** A sender whose main answers when it is told to. */
function sending() {
  let now: { importId: string; edits: ImportEdits } | null = { importId: 'one', edits: noImportEdits }
  const sent: ImportEdits[] = []
  const waiting: { answer: () => void; fail: () => void }[] = []
  const used: ImportEdits[] = []
  const errors: unknown[] = []
  const sender = createSender({
    settle: () => {},
    current: () => now,
    send: (_importId, edits) => {
      sent.push(edits)
      return new Promise((resolve, reject) => {
        waiting.push({ answer: () => resolve(answer), fail: () => reject(new Error('no')) })
      })
    },
    onAnswer: (_reading, edits) => used.push(edits),
    onError: (error) => errors.push(error),
  })
  return {
    sender,
    sent,
    used,
    errors,
    change: (edits: ImportEdits) => {
      now = { importId: 'one', edits }
      sender.soon()
    },
    leave: () => {
      now = null
    },
    settle: async (how: 'answer' | 'fail' = 'answer') => {
      waiting.shift()?.[how]()
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

describe('changes of an import', () => {
  it('are sent once a person pauses, as they are then', async () => {
    const { change, sent, used, settle } = sending()
    change(without('a'))
    change(without('b'))
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([without('b')])
    await settle()
    expect(used).toEqual([without('b')])
  })

  it('are sent one after the other, and only the newest answer is used', async () => {
    const { change, sent, used, settle } = sending()
    change(without('a'))
    await vi.advanceTimersByTimeAsync(1000)
    change(without('b'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toHaveLength(1)
    await settle()
    expect(used).toEqual([])
    expect(sent).toEqual([without('a'), without('b')])
    await settle()
    expect(used).toEqual([without('b')])
  })

  it('that failed are said, and sent again before the import', async () => {
    const { change, sender, sent, errors, used, settle } = sending()
    change(without('a'))
    await vi.advanceTimersByTimeAsync(1000)
    await settle('fail')
    expect(errors).toHaveLength(1)
    const flushed = sender.flush()
    await settle()
    await flushed
    expect(sent).toHaveLength(2)
    expect(used).toEqual([without('a')])
  })

  it('are nothing to send once the preview was left', async () => {
    const { change, leave, sent } = sending()
    change(without('a'))
    leave()
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([])
  })
})
