import { z } from 'zod'
import type { Page } from './devtools.ts'

const run = (environmentId: string): string => `new Promise((done) => {
  const took = []
  const paint = (noticed) => requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - noticed)))
  const end = ccx.onNotice(({ kind }) => {
    if (kind !== 'flow_run' && kind !== 'flow_progress') return
    const noticed = performance.now()
    const picture = document.querySelector('[aria-label="Steps of the flow"]')
    if (picture === null) return paint(noticed)
    const observer = new MutationObserver(() => {
      observer.disconnect()
      paint(noticed)
    })
    observer.observe(picture, { subtree: true, childList: true, attributes: true })
  })
  const choice = { environmentId: '${environmentId}', scenario: 'run', tokenChoice: 'new', callId: null, scope: '', from: null }
  ccx.runFlow(crypto.randomUUID(), choice).then(() => setTimeout(() => {
    end()
    done(took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)])
  }, 100))
})`

/** Milliseconds from a notice of a run until the picture that it changed is painted; where no picture is, until the next frame is. */
export const arrowAfterNotice = async (page: Page, environmentId: string): Promise<number> =>
  z.number().parse(await page.evaluate(run(environmentId)))
