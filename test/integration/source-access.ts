import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'
import type { SourceAccess, SourceReading } from '../../electron/core/secrets/source.ts'
import { problemSentence } from '../../electron/wording/problems.ts'
import { sourceFactText } from '../../electron/wording/source-test.ts'
import { closing } from './transport-requests.ts'

export const now = Date.parse('2026-11-24T12:00:00Z')

/** What a source may use in a test: a real transport, an empty home, and no variables but those given. */
export function sourceAccess() {
  const { keep, newTransport } = closing()
  const folders: string[] = []
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
  })
  const newFolder = async (): Promise<string> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ccx-source-'))
    folders.push(folder)
    return folder
  }
  const newAccess = async (change: Partial<SourceAccess> = {}): Promise<SourceAccess> => ({
    now: () => now,
    transport: newTransport(),
    systemProxy: async () => null,
    variables: {},
    homeFolder: await newFolder(),
    login: {},
    ...change,
  })
  return { keep, newFolder, newAccess }
}

export const uncancelled = (): AbortSignal => new AbortController().signal

/** The sentence of a reading that failed; a reading that did not makes the test fail. */
export function messageOf(reading: SourceReading): string {
  if (reading.ok) throw new Error('The source gave a secret.')
  return problemSentence(reading.problem)
}

export const factsOf = (reading: SourceReading): Record<string, string> =>
  reading.ok ? Object.fromEntries(reading.facts.map(sourceFactText).map(({ label, text }) => [label, text])) : {}
