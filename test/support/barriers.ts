import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export type Theme = 'Light' | 'Dark'

/**
 * What keeps people out of a part of the page, found by axe. In the dark only what depends on colours is looked for again.
 * The app forbids foreign script, so axe is brought in past the policy, as a person's screen reader would be.
 */
export async function barriersIn(window: Page, place: string, theme: Theme, within = 'body'): Promise<string[]> {
  const axe = new AxeBuilder({ page: window }).setLegacyMode(true).include(within)
  const { violations } = await (theme === 'Dark' ? axe.withRules('color-contrast') : axe).analyze()
  return violations.map(({ id, nodes }) => `${place}, ${theme}: ${id}: ${nodes[0]?.html ?? ''}`)
}
