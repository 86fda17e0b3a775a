import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import type { ApiRequest } from '../../electron/contract/api-call.ts'
import type { EnvironmentInput } from '../../electron/contract/environment.ts'
import { call } from './bridge.ts'
import { addEnvironment, openOwnSandbox, places } from './places.ts'
import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'

/** The places of the Flow tab by role and name. */
export function flowPlaces(window: Page) {
  const steps = window.getByRole('tree', { name: 'Steps of the flow' })
  const step = (name: RegExp): Locator => steps.getByRole('treeitem', { name })
  const panel = window.getByRole('region', { name: 'State of the flow' })
  const run = window.getByRole('button', { name: /^Run (?:flow|again)$/ })
  /** Runs the flow by the button of the header, and waits until it is over. */
  const runToEnd = async (): Promise<void> => {
    await run.first().click()
    await window.getByRole('button', { name: 'Run again' }).first().waitFor()
  }
  return { ...places(window), steps, step, panel, run, runToEnd }
}

const request: ApiRequest = { ...newApiRequest, url: '' }

/** Makes an environment, with an API call where one is given, and opens its Flow tab. */
export async function addFlow(
  window: Page,
  given: Parameters<typeof addEnvironment>[1],
  apiCall: Partial<ApiRequest> | null = null,
): Promise<void> {
  await addEnvironment(window, given)
  if (apiCall !== null) await addCall(window, given.name, apiCall)
  await places(window).tab('Flow').click()
}

/** Opens the Flow tab of a sandbox that no other test uses; `changes` are settings that differ. */
export async function openOwnFlow(
  window: Page,
  environmentId: 'sandbox' | 'sandbox-opaque' = 'sandbox',
  changes?: Partial<EnvironmentInput>,
): Promise<ReturnType<typeof flowPlaces>> {
  const name = await openOwnSandbox(window, environmentId)
  if (changes !== undefined) await changeSettings(window, name, changes)
  const found = flowPlaces(window)
  await found.tab('Flow').click()
  return found
}

/** Saves an API call of an environment by its name. */
async function addCall(window: Page, name: string, given: Partial<ApiRequest>): Promise<void> {
  const environmentId = await idOf(window, name)
  await call(window, 'saveApiCall', { environmentId, id: randomUUID(), request: { ...request, ...given } })
  await window.reload()
}

/** Changes settings of an environment that is there. */
async function changeSettings(window: Page, name: string, changes: Partial<EnvironmentInput>): Promise<void> {
  const environment = await call(window, 'getEnvironment', { environmentId: await idOf(window, name) })
  if (environment === null) throw new Error(`${name} is gone.`)
  const { id, builtIn: _builtIn, secrets: _secrets, ...value } = environment
  await call(window, 'saveEnvironment', { id, value: { ...value, ...changes }, secrets: {}, keepOld: [] })
}

async function idOf(window: Page, name: string): Promise<string> {
  const found = (await call(window, 'listEnvironments', undefined)).find((environment) => environment.name === name)
  if (found === undefined) throw new Error(`No environment is called ${name}.`)
  return found.id
}
