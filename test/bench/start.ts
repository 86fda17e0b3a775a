import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { cpuOf, memoryOf } from './processes.ts'
import { startApp, type Program, type StartedApp } from './started-app.ts'

/** What one start of an app cost. Times in milliseconds since the program was called. */
export interface Start {
  firstWindow: number
  usable: number
  cpu: number
  /** In MB, once it has been left alone. */
  memory: number
}

/** How long an app is left alone before its memory is read, in milliseconds. */
const idle = 3000

const momentsSchema = z.object({ origin: z.number(), usable: z.number() })

/**
 * Usable is when the button is painted. A page that painted it with its first picture is asked for that moment, which
 * stays exact however late we come to look; another is watched frame by frame.
 */
const moments = `new Promise((done) => {
  const button = () => [...document.querySelectorAll('button')].find((one) =>
    one.textContent.trim() === 'Request token' && one.checkVisibility())
  const say = (usable) => done({ origin: performance.timeOrigin, usable })
  const look = () => {
    const [first] = performance.getEntriesByName('first-contentful-paint')
    if (button() === undefined || first === undefined) requestAnimationFrame(look)
    else if (document.scripts.length === 0) say(first.startTime)
    else requestAnimationFrame(() => setTimeout(() => say(performance.now())))
  }
  look()
})`

export async function measureStart(program: Program): Promise<Start> {
  const app = await startApp(program)
  try {
    const { origin, usable } = await usableIn(app)
    const cpu = cpuOf(app.session)
    await setTimeout(idle)
    const firstWindow = origin - app.startedAt
    return { firstWindow, usable: firstWindow + usable, cpu, memory: memoryOf(app.session) }
  } finally {
    await app.close()
  }
}

/** Waits until a person could press the button. */
export const usableIn = async ({ page }: StartedApp): Promise<z.infer<typeof momentsSchema>> =>
  momentsSchema.parse(await page.evaluate(moments))
