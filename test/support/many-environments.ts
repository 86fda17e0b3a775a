import type { Page } from '@playwright/test'
import { newEnvironment } from '../../electron/contract/new-environment.ts'
import { call } from './bridge.ts'

const stages = ['development', 'staging', 'production', 'other'] as const
const longName = ' of a rather long-winded department'.repeat(4)

/** Makes `count` environments, "Environment 001" and so on; every tenth has a long name. */
export async function addMany(window: Page, count: number): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      call(window, 'createEnvironment', {
        ...newEnvironment,
        name: `Environment ${String(index + 1).padStart(3, '0')}${index % 10 === 0 ? longName : ''}`,
        stage: stages[index % stages.length] ?? 'other',
      }),
    ),
  )
}
