import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { call } from './bridge.ts'
import { sharedFile } from './shared-file.ts'
import { givenText } from './given-text.ts'

const stages = ['development', 'staging', 'production', 'other'] as const
const longName = ' of a rather long-winded department'.repeat(4)

/**
 * Makes `count` environments, "Environment 001" and so on; every tenth has a long name. By one import, because the window
 * asks for the whole list again after each change. What it gives takes them away again, at once too.
 */
export async function addMany(window: Page, count: number): Promise<() => Promise<void>> {
  const run = randomUUID()
  const environments = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0')
    return {
      id: `environment-${number}-${run}`,
      name: `Environment ${number}${index % 10 === 0 ? longName : ''}`,
      stage: stages[index % stages.length] ?? 'other',
    }
  })
  const reading = await call(window, 'readImport', givenText(sharedFile(environments), ''))
  if (reading.kind !== 'preview') throw new Error(`Not read as a file of environments: ${JSON.stringify(reading)}`)
  const result = await call(window, 'applyImport', { importId: reading.importId, choices: [] })
  if (result.kind !== 'applied') throw new Error(`Not imported: ${result.reason.code}`)
  return async () => {
    await call(window, 'undoImport', { importId: reading.importId })
  }
}
