import { expect, test } from 'vitest'
import { createRows } from '../../../renderer/features/history/table/rows.ts'
import { row } from './row.ts'

/** Reads that are answered when the test says so. */
function reader() {
  const open: { from: number; count: number; answer: (isKept: boolean) => Promise<void>; fail: () => Promise<void> }[] =
    []
  const read = (from: number, count: number) => {
    const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof row>[] | null>()
    const settled = async () => {
      await promise.catch(() => null)
      await new Promise((next) => setTimeout(next))
    }
    open.push({
      from,
      count,
      answer: (isKept) => {
        resolve(isKept ? Array.from({ length: count }, (_, at) => row(from + at)) : null)
        return settled()
      },
      fail: () => {
        reject(new Error('disk'))
        return settled()
      },
    })
    return promise
  }
  return { open, read }
}

const first = Array.from({ length: 100 }, (_, at) => row(at))

test('the first rows are there without reading', () => {
  const { open, read } = reader()
  const rows = createRows({ first, found: 100_000, read })
  rows.want(0, 60)
  expect(open).toEqual([])
  expect(rows.get(99)?.id).toBe('exchange-99')
  expect(rows.get(100)).toBeUndefined()
})

test('a few found rows are never read again', () => {
  const { open, read } = reader()
  createRows({ first: [row(0)], found: 1, read }).want(0, 1)
  expect(open).toEqual([])
})

test('dragging over many pages reads two at a time, and next what is seen now', async () => {
  const { open, read } = reader()
  const rows = createRows({ first, found: 100_000, read })
  for (let from = 1000; from < 50_000; from += 1000) rows.want(from, from + 30)
  expect(open.map(({ from }) => from)).toEqual([1000, 2000])
  await open[0]?.answer(true)
  expect(open[2]?.from).toBe(49_000)
  await open[2]?.answer(true)
  expect(rows.get(49_003)?.id).toBe('exchange-49003')
  expect(open).toHaveLength(3)
})

test('the last page asks for the rows that there are', () => {
  const { open, read } = reader()
  createRows({ first, found: 150, read }).want(120, 190)
  expect(open[0]).toMatchObject({ from: 100, count: 50 })
})

test('pages far away are given up, those in sight are kept', async () => {
  const { open, read } = reader()
  const rows = createRows({ first, found: 100_000, read })
  for (let at = 1; at <= 70; at += 1) {
    rows.want(at * 100, at * 100 + 10)
    await open[at - 1]?.answer(true)
  }
  expect(rows.get(100)).toBeUndefined()
  expect(rows.get(7005)?.id).toBe('exchange-7005')
})

test('a search that is no longer kept is said once, and nothing more is read', async () => {
  const { open, read } = reader()
  const rows = createRows({ first, found: 100_000, read })
  rows.want(5000, 5010)
  await open[0]?.answer(false)
  expect(rows.state().isLost).toBe(true)
  rows.want(6000, 6010)
  expect(open).toHaveLength(1)
})

test('reading that failed is said, and tried again when it is wanted', async () => {
  const { open, read } = reader()
  const rows = createRows({ first, found: 100_000, read })
  rows.want(5000, 5010)
  await open[0]?.fail()
  expect(rows.state().error?.message).toBe('disk')
  expect(open).toHaveLength(1)
  rows.want(5000, 5010)
  await open[1]?.answer(true)
  expect(rows.state().error).toBeNull()
})

test('a range is read as far as it is not there', async () => {
  const rows = createRows({
    first,
    found: 400,
    read: (from, count) => Promise.resolve(Array.from({ length: count }, (_, at) => row(from + at))),
  })
  const all = await rows.all(95, 305)
  expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 210 }, (_, at) => `exchange-${95 + at}`))
})
