import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Theme = 'light' | 'dark'

/** A name for what is looked at, where that is in the page, and in which themes. */
export type LookAt = [place: string, within?: string, themes?: readonly Theme[]]

/**
 * What keeps people out of a part of the page, found by axe: in the light by every rule, in the dark by the one that depends
 * on colours. The app forbids foreign script, so axe is brought in past the policy, as a person's screen reader would be.
 */
export async function barriersIn(
  window: Page,
  ...[place, within = '.main', themes = ['light', 'dark']]: LookAt
): Promise<string[]> {
  const found: string[] = []
  for (const theme of themes) {
    await showIn(window, theme)
    // It is read into a page once; by itself it comes twice a call, half a megabyte each time.
    const isThere = await window.evaluate(() => 'axe' in globalThis)
    const axe = new AxeBuilder({ page: window, ...(isThere && { axeSource: ';' }) })
    axe.setLegacyMode(true).include(within)
    const runOnly = { type: 'rule' as const, values: ['color-contrast'] }
    axe.options({ resultTypes: ['violations'], ...(theme === 'dark' ? { runOnly } : {}) })
    const { violations } = await axe.analyze()
    found.push(...violations.map(({ id, nodes }) => `${place}, ${theme}: ${id}: ${nodes[0]?.html ?? ''}`))
  }
  await showIn(window, 'light')
  return found
}

/** As for a person whose system has this theme; done when no colour changes any more. */
async function showIn(window: Page, theme: Theme): Promise<void> {
  await window.emulateMedia({ colorScheme: theme })
  await window.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor()
  await window.evaluate(async () => {
    const changes = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(changes.map(({ finished }) => finished))
  })
}
