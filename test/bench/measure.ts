import { z } from 'zod'
import { openAuthorizationServer } from './authorization-server.ts'
import { openBare } from './bare-request.ts'
import { clickUntil } from './click.ts'
import { openCore, type Requester } from './core-request.ts'
import { benchEnvironment } from './environment.ts'
import { fillWorkspace } from './full-workspace.ts'
import { jtiOf } from './jti.ts'
import { pasteUntil } from './paste.ts'
import { interleaved, type Pair } from './pairs.ts'
import { measureStart, usableIn, type Start } from './start.ts'
import { startApp, type Program, type StartedApp } from './started-app.ts'
import { tokenOfSize } from './token-of-size.ts'

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

/** G4; `empty` and `full` are the same app on two profiles that it was started on before. */
export async function measureFullStarts(empty: Program, full: Program): Promise<Pair<Start>[]> {
  await measureStart(full)
  fillWorkspace(full.profile)
  await measureStart(full)
  return interleaved(
    7,
    () => measureStart(empty),
    () => measureStart(full),
  )
}

/** G8, in two apps that stay open, against one server. The first clicks are not counted. */
export async function measureClicks(minimal: Program, ours: Program): Promise<Pair<number>[]> {
  const server = await openAuthorizationServer()
  const opened: StartedApp[] = []
  try {
    const floor = await startApp({ ...minimal, env: { ...minimal.env, BENCH_TOKEN_ENDPOINT: server.tokenEndpoint } })
    opened.push(floor)
    await usableIn(floor)
    const app = await startApp(ours)
    opened.push(app)
    await usableIn(app)
    await openEnvironment(app, server.tokenEndpoint)

    let requested = 0
    const click = (one: StartedApp) => async (): Promise<number> => clickUntil(one.page, jtiOf(++requested))
    const pairs = await interleaved(26, click(floor), click(app))
    return pairs.slice(5)
  } finally {
    for (const app of opened) await app.close()
    await server.close()
  }
}

/** A token of 100 KB, pasted into two apps that stay open, until its claims are painted. The first pastes are not counted. */
export async function measurePastes(minimal: Program, ours: Program): Promise<Pair<number>[]> {
  const opened: StartedApp[] = []
  try {
    const floor = await startApp(minimal)
    opened.push(floor)
    await usableIn(floor)
    const app = await startApp(ours)
    opened.push(app)
    await usableIn(app)
    await app.page.evaluate(`location.hash = '#/inspector'`)
    await there(app, 'Token inspector')

    let pasted = 0
    const paste = (one: StartedApp) => async (): Promise<number> => {
      const jti = jtiOf(++pasted)
      return pasteUntil(one.page, tokenOfSize({ jti }).token, jti)
    }
    const pairs = await interleaved(26, paste(floor), paste(app))
    return pairs.slice(5)
  } finally {
    for (const app of opened) await app.close()
  }
}

/** Through the window's own calls, and then by a reload, since the window was not told of it. */
async function openEnvironment(app: StartedApp, tokenEndpoint: string): Promise<void> {
  const made = await app.page.evaluate(`(async () => {
    const { value } = await ccx.createEnvironment('bench-1', ${JSON.stringify(benchEnvironment(tokenEndpoint))})
    await ccx.setSecret('bench-2', { environmentId: value.id, name: 'client_secret', value: 'bench', keepOld: false })
    return value.id
  })()`)
  const id = z.string().parse(made)
  await app.page.evaluate(`location.hash = '#/environments/${id}/token'; isLeaving = true; location.reload()`)
  await there(app, 'Bench')
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
