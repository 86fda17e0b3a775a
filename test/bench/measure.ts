import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { arrowAfterNotice } from './arrow.ts'
import { openAuthorizationServer } from './authorization-server.ts'
import { openBare } from './bare-request.ts'
import { clickUntil } from './click.ts'
import { openCore, type Requester } from './core-request.ts'
import { benchEnvironment } from './environment.ts'
import { jtiOf } from './jti.ts'
import { pasteUntil } from './paste.ts'
import { interleaved, type Pair } from './pairs.ts'
import { openManyCalls, openPlainList, scrollFrame } from './scroll.ts'
import { measureStart, usableIn, type Start } from './start.ts'
import { startApp, type Program, type StartedApp } from './started-app.ts'
import { tokenOfSize } from './token-of-size.ts'
import { typeKey } from './type.ts'
import { countReact, type Work, workPer } from './work.ts'

/** G1, G2, G3 and G5; each app was started once before, so that both are warm. */
export async function measureStarts(blank: Program, ours: Program): Promise<Pair<Start>[]> {
  await measureStart(blank)
  await measureStart(ours)
  return interleaved(
    7,
    () => measureStart(blank),
    () => measureStart(ours),
  )
}

/** G4; `empty` and `full` are the same app on two profiles. */
export async function measureFullStarts(empty: Program, full: Program): Promise<Pair<Start>[]> {
  await measureStart(empty)
  await measureStart(full)
  return interleaved(
    7,
    () => measureStart(empty),
    () => measureStart(full),
  )
}

/** Milliseconds between two actions: what an app does late must not slow the next action, its own or the floor's. */
const gap = 120

/** Pairs of milliseconds, and what ours does for one action. */
export interface Actions {
  pairs: Pair<number>[]
  work: Work
}

/** The first actions are not counted. */
async function measureActions(
  floor: StartedApp,
  ours: StartedApp,
  act: (app: StartedApp) => Promise<number>,
): Promise<Actions> {
  const one = (app: StartedApp) => async (): Promise<number> => {
    const took = await act(app)
    await setTimeout(gap)
    return took
  }
  const pairs = await interleaved(26, one(floor), one(ours))
  return { pairs: pairs.slice(5), work: await workPer(ours.page, 10, one(ours)) }
}

/** G8, in two apps that stay open, against one server. */
export async function measureClicks(minimal: Program, ours: Program): Promise<Actions> {
  const server = await openAuthorizationServer()
  const opened: StartedApp[] = []
  try {
    const floor = await startApp({ ...minimal, env: { ...minimal.env, BENCH_TOKEN_ENDPOINT: server.tokenEndpoint } })
    opened.push(floor)
    await usableIn(floor)
    const app = await startApp(ours)
    opened.push(app)
    await usableIn(app)
    await app.page.before(countReact)
    await openEnvironment(app, server.tokenEndpoint)

    let requested = 0
    return await measureActions(floor, app, ({ page }) => clickUntil(page, jtiOf(++requested)))
  } finally {
    for (const app of opened) await app.close()
    await server.close()
  }
}

/** From the notice of a run to its painted arrow; the floor is the same app and the same run where no picture is shown. */
export async function measureArrows(ours: Program): Promise<Pair<number>[]> {
  const server = await openAuthorizationServer()
  const app = await startApp(ours)
  try {
    await usableIn(app)
    const id = await openEnvironment(app, server.tokenEndpoint)
    const one = (tab: string) => async (): Promise<number> => {
      await app.page.evaluate(`location.hash = '#/environments/${id}/${tab}'`)
      await setTimeout(gap)
      return arrowAfterNotice(app.page, id)
    }
    const pairs = await interleaved(16, one('token'), one('flow'))
    return pairs.slice(5)
  } finally {
    await app.close()
    await server.close()
  }
}

/** Milliseconds of a frame while 2,000 saved calls scroll; the floor is a plain list of as many rows. */
export async function measureScrolling(minimal: Program, ours: Program): Promise<Pair<number>[]> {
  const opened: StartedApp[] = []
  try {
    const floor = await startApp(minimal)
    opened.push(floor)
    await usableIn(floor)
    await openPlainList(floor.page)
    const app = await startApp(ours)
    opened.push(app)
    await usableIn(app)
    await openManyCalls(app.page)
    const pairs = await interleaved(
      9,
      () => scrollFrame(floor.page),
      () => scrollFrame(app.page),
    )
    return pairs.slice(2)
  } finally {
    for (const app of opened) await app.close()
  }
}

/** G16: a token of 100 KB, pasted into two apps that stay open, until its claims are painted. */
export async function measurePastes(minimal: Program, ours: Program): Promise<Actions> {
  const opened: StartedApp[] = []
  try {
    const floor = await startApp(minimal)
    opened.push(floor)
    await usableIn(floor)
    const app = await startApp(ours)
    opened.push(app)
    await usableIn(app)
    await app.page.before(countReact)
    await app.page.evaluate(`location.hash = '#/inspector'; isLeaving = true; location.reload()`)
    await there(app, 'Token inspector')

    let pasted = 0
    return await measureActions(floor, app, ({ page }) => {
      const jti = jtiOf(++pasted)
      return pasteUntil(page, tokenOfSize({ jti }).token, jti)
    })
  } finally {
    for (const app of opened) await app.close()
  }
}

/** G17: milliseconds of work for one key, in a field of Configure and in a plain one, and what ours does for it. */
export async function measureKeys(minimal: Program, ours: Program): Promise<Actions> {
  const opened: StartedApp[] = []
  try {
    const floor = await startApp(minimal)
    opened.push(floor)
    await usableIn(floor)
    const app = await startApp(ours)
    opened.push(app)
    await usableIn(app)
    await app.page.before(countReact)
    await app.page.evaluate(`location.hash = '#/environments/sandbox/configure'; isLeaving = true; location.reload()`)
    await there(app, 'Sandbox')
    return await measureActions(floor, app, ({ page }) => typeKey(page, 'Audience'))
  } finally {
    for (const app of opened) await app.close()
  }
}

/** Through the window's own calls, and then by a reload, since the window does not know of it. */
async function openEnvironment(app: StartedApp, tokenEndpoint: string): Promise<string> {
  const made = await app.page.evaluate(`(async () => {
    const toSave = ${JSON.stringify(benchEnvironment(tokenEndpoint))}
    const { value } = await ccx.saveEnvironment('bench-1', toSave)
    return value.environment.id
  })()`)
  const id = z.string().parse(made)
  await app.page.evaluate(`location.hash = '#/environments/${id}/token'; isLeaving = true; location.reload()`)
  await there(app, 'Bench')
  return id
}

/** Until the page with this heading is shown. */
async function there(app: StartedApp, heading: string): Promise<void> {
  await app.page.evaluate(`new Promise((done) => {
    const isThere = () => !('isLeaving' in globalThis) && document.querySelector('h1')?.textContent === '${heading}'
    const look = () => isThere() ? done(true) : setTimeout(look, 20)
    look()
  })`)
}

/** G9: milliseconds of one request, of batches large enough to be timed. */
export async function measureRequests(): Promise<Pair<number>[]> {
  const server = await openAuthorizationServer()
  const core = await openCore(server.tokenEndpoint)
  await batch(core, 300)
  const bare = openBare(server.tokenEndpoint, await core.record())
  try {
    await batch(bare, 300)
    return await interleaved(
      11,
      () => batch(bare, 150),
      () => batch(core, 150),
    )
  } finally {
    core.close()
    bare.close()
    await server.close()
  }
}

async function batch({ requestToken }: Requester, count: number): Promise<number> {
  const started = performance.now()
  for (let sent = 0; sent < count; sent += 1) await requestToken()
  return (performance.now() - started) / count
}
