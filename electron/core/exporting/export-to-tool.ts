import { setImmediate as pause } from 'node:timers/promises'
import { newEnvironment } from '../../catalogue/new-environment.ts'
import type { ExportNote } from '../../contract/export-note.ts'
import type { SaveProblem } from '../../contract/save-problem.ts'
import type { ExportPreview, ToolExportOptions } from '../../contract/sharing.ts'
import { countsOf, gather, type GatherDeps, type Gathered, type Search, search, secretInClear } from './gather.ts'
import { type ExportFile, joined, type ToolExport } from './other-tools/exporter.ts'
import { exporters } from './other-tools/exporters.ts'
import { fileNames } from './other-tools/file-names.ts'
import { type FoundLeak, scan } from './scan.ts'

/** What files of another tool would hold, what has no place in them, and what looks like a secret. */
export async function previewToolExport(deps: GatherDeps, options: ToolExportOptions): Promise<ExportPreview> {
  const { gathered, written, found, unreadable } = await write(deps, options)
  return {
    leaks: found.map(({ leak }) => leak),
    ...countsOf(gathered),
    unreadable,
    bytes: written.files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    files: written.files.length,
    notes: merged(written.notes),
  }
}

export type MadeToolExport =
  /** `folderName` is what a folder for the files may be called. */
  | { ok: true; files: readonly ExportFile[]; folderName: string; gathered: Gathered }
  | { ok: false; problem: SaveProblem }

/** Writes environments for another tool. A secret that is known anywhere in the files is refused. */
export async function makeToolExport(deps: GatherDeps, options: ToolExportOptions): Promise<MadeToolExport> {
  const { gathered, written, found } = await write(deps, options)
  const [first, ...others] = gathered.shareables
  if (first === undefined) return { ok: false, problem: { code: 'nothing_to_export', evidence: {} } }
  const problem = secretInClear(found)
  if (problem !== null) return { ok: false, problem }
  const name = others.length === 0 ? first.value.name : 'environments'
  const folderName = fileNames()(`${name}-${exporters[options.format].folderEnding}`)
  return { ok: true, files: written.files, folderName, gathered }
}

interface Written extends Pick<Search, 'found' | 'unreadable'> {
  gathered: Gathered
  written: ToolExport
}

async function write(deps: GatherDeps, { format, environmentIds }: ToolExportOptions): Promise<Written> {
  const gathered = await gather(deps, environmentIds, false)
  const { found, unreadable, known } = await search(deps, gathered, false)
  // A workspace of before may lack a member that a new environment has.
  const given = gathered.shareables.map(({ value, calls }) => ({
    value: Object.assign({}, newEnvironment, value),
    calls,
  }))
  const parts: ToolExport[] = []
  for (const part of exporters[format].parts(given)) {
    parts.push(part)
    await pause()
  }
  const written = joined(parts)
  // What was found by its place is found in the files again.
  const isRefused = found.some(({ fatal }) => fatal)
  const inFiles = isRefused ? [] : await scan(written.files.map(scannable), known)
  return { gathered, written, unreadable, found: [...found, ...firstOfEach(inFiles.filter(({ fatal }) => fatal))] }
}

/** Characters looked at in one turn, and those of the piece before that are looked at again. */
const piece = 50_000
const overlap = 5000

function scannable({ path, text }: ExportFile) {
  const pieces: string[] = [path]
  for (let at = 0; at < text.length; at += piece) pieces.push(text.slice(Math.max(0, at - overlap), at + piece))
  return { id: '', name: path, content: pieces }
}

/** What is in a file is said once, without the number of the piece. */
function firstOfEach(found: readonly FoundLeak[]): FoundLeak[] {
  const files = new Map<string, FoundLeak>()
  for (const { leak, fatal } of found)
    if (!files.has(leak.environmentName)) files.set(leak.environmentName, { fatal, leak: { ...leak, place: '' } })
  return [...files.values()]
}

/** The same fact of one environment once, with its calls. */
function merged(notes: ToolExport['notes']): ExportNote[] {
  const known = new Map<string, { note: ExportNote; calls: string[] }>()
  for (const { fact, environment, call } of notes) {
    const key = JSON.stringify([fact, environment])
    const calls = known.get(key)?.calls ?? []
    if (call !== '') calls.push(call)
    known.set(key, { note: { fact, environment, calls }, calls })
  }
  return [...known.values()].map(({ note }) => note)
}
