import type { Pair } from './pairs.ts'
import { hostileText, seeds } from './hostile-texts.ts'
import { readers } from './readers.ts'

/** The worst text of one reader: milliseconds at a length and at twice that. */
export interface Doubled extends Pair<number> {
  reader: string
  seed: string
  length: number
}

/** Shorter times than this, in milliseconds, are noise. */
const measurable = 8
const longest = 262_144

/** Of each function that reads text from outside, the text that suffers most from being doubled. */
export async function measureDoubledInput(): Promise<Doubled[]> {
  const worst: Doubled[] = []
  for (const [reader, read] of Object.entries(readers)) {
    const doubled: Doubled[] = []
    for (const seed of seeds) doubled.push(await double(reader, seed, read))
    const [first] = doubled.toSorted((one, other) => other.ours / other.floor - one.ours / one.floor)
    if (first !== undefined) worst.push(first)
  }
  return worst
}

async function double(reader: string, seed: string, read: (text: string) => unknown): Promise<Doubled> {
  const time = async (length: number): Promise<number> => {
    const text = hostileText(seed, length)
    const times: number[] = []
    for (let count = 0; count < 3; count += 1) times.push(await timeOf(() => read(text)))
    return Math.min(...times)
  }
  let length = 4096
  let floor = await time(length)
  while (floor < measurable && length < longest) {
    length *= 2
    floor = await time(length)
  }
  // Under the least that can be measured, doubling says nothing.
  const ours = await time(length * 2)
  return { reader, seed, length, floor: Math.max(floor, measurable / 2), ours: Math.max(ours, measurable / 2) }
}

/** Of the processor and not of the clock, which other programs hold up. */
async function timeOf(act: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  try {
    await act()
  } catch {
    // A refusal takes time as well.
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
