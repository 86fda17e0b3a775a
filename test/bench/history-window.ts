import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { allExchanges } from '../../electron/common/all-exchanges.ts'
import { openAuthorizationServer } from './authorization-server.ts'
import { benchEnvironment } from './environment.ts'
import { fillWorkspace } from './full-workspace.ts'
import { interleaved, type Pair } from './pairs.ts'
import { memoryOf } from './processes.ts'
import { measureStart, usableIn } from './start.ts'
import { startApp, type Program, type StartedApp } from './started-app.ts'

/** With 100,000 exchanges; the floor is the same app with 1,000. */
export interface HistoryWindowFigures {
  /** Milliseconds from the click to the first painted row. */
  paint: Pair<number>[]
  /** 95 of 100 frames of scrolling take at most as many milliseconds. */
  scroll: Pair<number>[]
}

/** G14; the workspace of `many` is full. */
export async function measureHistoryWindow(few: Program, many: Program): Promise<HistoryWindowFigures> {
  await measureStart(few)
  fillWorkspace(few.profile, 1000)
  const opened: StartedApp[] = []
  try {
    for (const program of [few, many]) {
      const app = await startApp(program)
      opened.push(app)
      await usableIn(app)
      await indexed(app)
    }
    const [floor, ours] = opened
    if (floor === undefined || ours === undefined) throw new Error('Not started.')
    const paint = await interleaved(
      11,
      () => firstRow(floor),
      () => firstRow(ours),
    )
    const scroll = await interleaved(
      7,
      () => slowFrame(floor),
      () => slowFrame(ours),
    )
    return { paint: paint.slice(2), scroll: scroll.slice(2) }
  } finally {
    for (const app of opened) {
      await leave(app)
      await app.close()
    }
  }
}

/** Until all can be found. */
async function indexed({ page }: StartedApp): Promise<void> {
  await page.evaluate(`(async () => {
    for (;;) {
      const { value } = await ccx.searchHistory(crypto.randomUUID(), ${JSON.stringify(allExchanges)})
      if (value.notIndexed === 0) return
      await new Promise((done) => setTimeout(done, 500))
    }
  })()`)
}

/** To where the history is not shown, and the app would be usable: it opens where it was left. */
async function leave({ page }: StartedApp): Promise<void> {
  await page.evaluate(`location.hash = '#/environments/sandbox/token'`)
  await setTimeout(500)
}

async function firstRow(app: StartedApp): Promise<number> {
  await leave(app)
  const { page } = app
  return z.number().parse(
    await page.evaluate(`new Promise((done) => {
      const started = performance.now()
      location.hash = '#/history'
      const isThere = () => document.querySelector('.history-row:not([aria-busy])') !== null
      const look = () => isThere()
        ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)))
        : requestAnimationFrame(look)
      look()
    })`),
  )
}

/** Scrolls from the newest on, as a wheel does. */
async function slowFrame(app: StartedApp): Promise<number> {
  await firstRow(app)
  const { page } = app
  return z.number().parse(
    await page.evaluate(`new Promise((done) => {
      const scroller = document.querySelector('.history-grid')
      scroller.scrollTop = 0
      const frames = []
      let last = null
      const step = (now) => {
        if (last !== null) frames.push(now - last)
        last = now
        if (frames.length === 120) return done(frames.toSorted((a, b) => a - b)[113])
        scroller.scrollTop += 112
        requestAnimationFrame(step)
      }
      requestAnimationFrame(step)
    })`),
  )
}

/** G6: MB of an app with a full workspace when it was just started, and after 500 requests and scrolling through all rows. */
export async function measureHistoryMemory(program: Program): Promise<Pair<number>[]> {
  const server = await openAuthorizationServer()
  const app = await startApp(program)
  try {
    await usableIn(app)
    await setTimeout(3000)
    const floor = memoryOf(app.session)
    await app.page.evaluate(`(async () => {
      const toSave = ${JSON.stringify(benchEnvironment(server.tokenEndpoint))}
      const { value } = await ccx.saveEnvironment(crypto.randomUUID(), toSave)
      const environmentId = value.environment.id
      for (let request = 0; request < 500; request += 1) {
        await ccx.requestToken(crypto.randomUUID(), { environmentId })
      }
    })()`)
    await firstRow(app)
    await app.page.evaluate(`(async () => {
      const scroller = document.querySelector('.history-grid')
      for (let part = 0; part <= 200; part += 1) {
        scroller.scrollTop = (scroller.scrollHeight * part) / 200
        await new Promise((done) => setTimeout(done, 30))
      }
    })()`)
    await setTimeout(3000)
    return [{ floor, ours: memoryOf(app.session) }]
  } finally {
    await app.close()
    await server.close()
  }
}
