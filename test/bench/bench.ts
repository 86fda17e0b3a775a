import { cpSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDesktop } from '../support/desktop.ts'
import { removeFolder, unprivilegedFolder } from '../support/unprivileged.ts'
import { measureDecoding } from './decode-token.ts'
import { measureDiagnosis } from './diagnosis.ts'
import { measureDoubledInput } from './double-input.ts'
import { measureLargeAnswer } from './large-answer.ts'
import { fillWorkspace, fullHistory, workspaceFolder } from './full-workspace.ts'
import { measureHistory } from './history.ts'
import { measureHistoryMemory, measureHistoryWindow } from './history-window.ts'
import type { ImportedCollection } from './import-collection.ts'
import { measureCollectionApart } from './import-collection-apart.ts'
import { measureImports } from './import-environments.ts'
import { type KeptRuns, measureKeptRuns } from './kept-runs.ts'
import {
  type Actions,
  measureArrows,
  measureClicks,
  measureFullStarts,
  measureKeys,
  measurePastes,
  measureRequests,
  measureScrolling,
  measureStarts,
} from './measure.ts'
import type { Pair } from './pairs.ts'
import { measureReview } from './review.ts'
import { type Row, tableOf } from './rows.ts'
import { measureStartBundle } from './start-bundle.ts'
import { measureStart, type Start } from './start.ts'
import type { Program } from './started-app.ts'
import { workSentence } from './work.ts'

const [electron = '', packaged = '', program = '', ...named] = process.argv.slice(2)

/** Whether the rows of a goal are measured: of those that were named, or all. */
const isAsked = (goal: string): boolean => named.length === 0 || named.includes(goal)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))

const desktop = await openDesktop()
const folder = temporaryFolder('bench')

/** Removed whenever this process ends. */
function temporaryFolder(name: string): string {
  const made = unprivilegedFolder(name)
  process.once('exit', () => removeFolder(made))
  return made
}

/** In its own profile, kept over all starts of the app. */
const programOf = (...command: readonly string[]): Program => ({
  command,
  profile: temporaryFolder('profile'),
  env: desktop.env,
})

async function fullApp(app: Program): Promise<Program> {
  await measureStart(app)
  fillWorkspace(app.profile, fullHistory)
  return app
}

/** In milliseconds; the longest measurement takes two minutes. */
const patience = 240_000

/** What is measured for some goals; or why it is not, because one measurement that fails or hangs does not take the others with it. */
async function attempt<Measured>(
  title: string,
  goals: readonly string[],
  measure: () => Promise<Measured>,
): Promise<Measured | string> {
  if (!goals.some(isAsked)) return 'not asked for'
  console.log(`  ${title} …`)
  return Promise.race([
    measure().catch((error: unknown) => String(error)),
    pause(patience, 'it did not end within 4 min', { ref: false }),
  ])
}

const pairsOf = (actions: Actions | string) => (typeof actions === 'string' ? actions : actions.pairs)

const workOf = (what: string, actions: Actions | string): string =>
  typeof actions === 'string' ? '' : `\nPer ${what}: ${workSentence(actions.work)}.`

const ofStart = (starts: Pair<Start>[] | string, figure: keyof Start): Pair<number>[] | string =>
  typeof starts === 'string' ? starts : starts.map(({ floor, ours }) => ({ floor: floor[figure], ours: ours[figure] }))

const ofRuns = (runs: KeptRuns | string, figure: keyof KeptRuns): Pair<number>[] | string =>
  typeof runs === 'string' ? runs : runs[figure]

const ofCollections = (
  collections: ImportedCollection | string,
  figure: keyof ImportedCollection,
): Pair<number>[] | string => (typeof collections === 'string' ? collections : collections[figure])

const ofHistory = <Figure extends string>(
  figures: Readonly<Record<Figure, Pair<number>[]>> | string,
  figure: NoInfer<Figure>,
): Pair<number>[] | string => (typeof figures === 'string' ? figures : figures[figure])

try {
  // Copies, because whom the apps run as may not read the tree, and because pages of the runtime that some other program
  // shares would count less.
  cpSync(path.join(import.meta.dirname, 'floors'), path.join(folder, 'floors'), { recursive: true })
  cpSync(packaged, path.join(folder, 'packaged'), { recursive: true })
  cpSync(path.dirname(electron), path.join(folder, 'runtime'), { recursive: true })
  const runtime = path.join(folder, 'runtime', path.basename(electron))
  const floor = (name: string): Program =>
    programOf(runtime, path.join(folder, 'floors', name), '--remote-debugging-port=0')
  const blank = floor('blank')
  const minimal = floor('minimal')
  const packagedApp = (): Program => programOf(path.join(folder, 'packaged', program))
  const ours = packagedApp()
  let filling: Promise<Program> | null = null
  /** With a full workspace, which is made once. */
  const full = (): Promise<Program> => (filling ??= fullApp(packagedApp()))

  const requests = await attempt('Token requests through core', ['G9'], measureRequests)
  const decoding = await attempt('Decoding', ['G11'], measureDecoding)
  const largeAnswers = await attempt('A large answer', ['G15'], measureLargeAnswer)
  const diagnoses = await attempt('Diagnoses', ['–'], measureDiagnosis)
  const imports = await attempt('Imports', ['–'], measureImports)
  const collections = await attempt('A collection', ['–'], measureCollectionApart)
  const doubled = await attempt('Doubled input', ['–'], measureDoubledInput)
  const runs = await attempt('Kept runs', ['–'], measureKeptRuns)
  const history = await attempt('History', ['G12', 'G13'], async () =>
    measureHistory(workspaceFolder((await full()).profile)),
  )
  const reviews = await attempt('Reviews', ['–'], async () => measureReview(workspaceFolder((await full()).profile)))
  const starts = await attempt('Starts', ['G1', 'G2', 'G3', 'G5'], () => measureStarts(blank, ours))
  const fullStarts = await attempt('Starts with a full workspace', ['G4'], async () =>
    measureFullStarts(ours, await full()),
  )
  const historyWindow = await attempt('The history in the window', ['G14'], async () =>
    measureHistoryWindow(packagedApp(), await full()),
  )
  const historyMemory = await attempt('Memory of the history', ['G6'], async () => measureHistoryMemory(await full()))
  const clicks = await attempt('Clicks', ['G8'], () => measureClicks(minimal, ours))
  const arrows = await attempt('Arrows', ['–'], () => measureArrows(packagedApp()))
  const pastes = await attempt('Pastes', ['G16'], () => measurePastes(minimal, ours))
  const scrolling = await attempt('Scrolling', ['–'], () => measureScrolling(minimal, packagedApp()))
  // The app opens where it was left, and the pastes left it at the inspector.
  const keys = await attempt('Keys', ['G17'], () => measureKeys(minimal, packagedApp()))
  const bundle = measureStartBundle(path.join(import.meta.dirname, '../../dist/ui'))
  const rows: Row[] = [
    { goal: 'G1', what: 'start to usable window', atMost: 1.6, unit: 'ms', measured: ofStart(starts, 'usable') },
    { goal: 'G2', what: 'CPU until usable', atMost: 1.8, unit: 'ms', measured: ofStart(starts, 'cpu') },
    { goal: 'G3', what: 'first window created', atMost: 1.25, unit: 'ms', measured: ofStart(starts, 'firstWindow') },
    {
      goal: 'G4',
      what: '100,000 exchanges, 1,000 environments',
      atMost: 1.1,
      unit: 'ms',
      measured: ofStart(fullStarts, 'usable'),
    },
    { goal: 'G5', what: 'idle memory', atMost: 1.25, unit: 'MB', measured: ofStart(starts, 'memory') },
    {
      goal: 'G6',
      what: 'memory after 500 requests and 100,000 rows',
      atMost: 1.15,
      unit: 'MB',
      measured: historyMemory,
    },
    {
      goal: 'G12',
      what: 'filter of 100,000 exchanges',
      atMost: 1.5,
      unit: 'ms',
      measured: ofHistory(history, 'filter'),
    },
    { goal: 'G12', what: 'recording beside 100,000', atMost: 1.25, unit: 'ms', measured: ofHistory(history, 'append') },
    {
      goal: 'G13',
      what: 'search of 100,000 exchanges',
      atMost: 1,
      within: 50,
      unit: 'ms',
      measured: ofHistory(history, 'search'),
    },
    { goal: 'G13', what: 'longest that it holds main', atMost: 1, unit: 'ms', measured: ofHistory(history, 'held') },
    { goal: '–', what: 'review beside 100,000', atMost: 1, unit: 'ms', measured: ofHistory(reviews, 'took') },
    { goal: '–', what: 'longest that it holds main', atMost: 1, unit: 'ms', measured: ofHistory(reviews, 'held') },
    {
      goal: 'G14',
      what: 'first picture of 100,000 exchanges',
      atMost: 1.25,
      unit: 'ms',
      measured: ofHistory(historyWindow, 'paint'),
    },
    {
      goal: 'G14',
      what: 'frame of scrolling them, p95',
      atMost: 1.25,
      unit: 'ms',
      measured: ofHistory(historyWindow, 'scroll'),
    },
    { goal: 'G8', what: 'click to painted token', atMost: 4, above: 16.7, unit: 'ms', measured: pairsOf(clicks) },
    { goal: 'G9', what: 'recorded token request through core', atMost: 2, unit: 'ms', measured: requests },
    {
      goal: 'G15',
      what: 'longest task while an answer of 50 MB comes',
      atMost: 1,
      orWithin: 50,
      unit: 'ms',
      measured: largeAnswers,
    },
    { goal: 'G11', what: 'decoding a token of 100 KB', atMost: 5, unit: 'ms', measured: decoding },
    { goal: '–', what: 'the slowest diagnosis of all records', atMost: 1, unit: 'ms', measured: diagnoses },
    {
      goal: 'G16',
      what: 'paste of 100 KB to painted claims',
      atMost: 1.5,
      unit: 'ms',
      orWithin: 50,
      measured: pairsOf(pastes),
    },
    {
      goal: 'G17',
      what: 'work for a key in Configure',
      atMost: 1.5,
      unit: 'ms',
      orWithin: 16,
      measured: pairsOf(keys),
    },
    {
      goal: '–',
      what: 'frame of scrolling 2,000 saved calls',
      atMost: 1.1,
      unit: 'ms',
      orWithin: 17,
      measured: scrolling,
    },
    { goal: 'G18', what: 'script of the start bundle', atMost: 1, unit: 'kB', measured: bundle.js },
    { goal: 'G18', what: 'style sheets of the start bundle', atMost: 1, unit: 'kB', measured: bundle.css },
    { goal: '–', what: 'import of 1,000 environments', atMost: 12, unit: 'ms', within: 2000, measured: imports },
    {
      goal: '–',
      what: 'import of a collection of 4,900 requests',
      atMost: 20,
      unit: 'ms',
      within: 1000,
      measured: ofCollections(collections, 'took'),
    },
    {
      goal: '–',
      what: 'longest time that it holds the main thread',
      atMost: 1,
      unit: 'ms',
      measured: ofCollections(collections, 'held'),
    },
    {
      goal: '–',
      what: 'and another one in its place, of which a tenth differs, and the undo',
      atMost: 1,
      unit: 'ms',
      measured: ofCollections(collections, 'heldByReplacing'),
    },
    { goal: '–', what: 'notice of a run to its painted arrow', atMost: 3, above: 16.7, unit: 'ms', measured: arrows },
    { goal: '–', what: '200 kept runs on the disk', atMost: 1, unit: 'kB', measured: ofRuns(runs, 'disk') },
    { goal: '–', what: '200 kept runs in memory', atMost: 1, unit: 'kB', measured: ofRuns(runs, 'heap') },
    ...(typeof doubled === 'string'
      ? [{ goal: '–', what: 'doubled input', atMost: 3, unit: 'ms', measured: doubled }]
      : doubled.map((pair) => ({
          goal: '–',
          what: `${pair.reader}: ${pair.length} and twice as much of ${JSON.stringify(pair.seed)}`,
          atMost: 3,
          unit: 'ms',
          measured: [pair],
        }))),
  ]
  const unknown = named.filter((name) => !rows.some(({ goal }) => goal === name))
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}.`)
  console.log(
    `\n${tableOf(rows.filter(({ goal }) => isAsked(goal)))}\n\nMedians of interleaved pairs. Floors: a blank app, for G4 the app on an empty workspace, for G8, G16 and G17 a minimal one, for G9 bare node:http and one insert of the same record, for G6 itself when it was just started, for G11 JSON.parse of the claims, for G12 the same with 5,000, for G13 LIKE and a frame, for G14 the app with 1,000, for G15 a bare fetch of the same, for G18, kept runs, reviews and diagnoses what is allowed, for an arrow the next frame of a tab without it, for scrolling a plain list of as many rows, for the imports JSON.parse and inserts, for what they hold the main thread what is allowed. Of each function that reads text from outside, the hostile text that suffers most from being doubled: the floor is its time before.\n${workOf('click', clicks)}${workOf('paste', pastes)}${workOf('key', keys)}`,
  )
} finally {
  await desktop.close()
}
