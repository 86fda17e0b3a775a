import { z } from 'zod'
import type { DriftFacts } from './facts.ts'
import { found, type Step, unchanged } from './step.ts'

/** What was granted, each as sorted names, the newest last. */
export const grantsSchema = z.strictObject({
  as: z.enum(['scopes', 'roles']),
  known: z.array(z.string()),
  exchangeId: z.string(),
})
export type Grants = z.infer<typeof grantsSchema>

const mostKept = 8

/** More or less was granted for the same request. What was granted before is nothing new. */
export function noticeScopes(part: Grants | null, { token, exchangeId, at }: DriftFacts): Step<Grants | null> {
  if (token === null || token.granted === null) return unchanged(part)
  const { as, names } = token.granted
  if (part === null || part.as !== as) return unchanged({ as, known: [names], exchangeId })
  const before = part.known.at(-1) ?? ''
  const next = { as, known: [...part.known.filter((known) => known !== names), names].slice(-mostKept), exchangeId }
  if (part.known.includes(names)) return unchanged(next)
  const [was, is] = [namesIn(before), namesIn(names)]
  const lost = without(was, is).join(' ')
  const gained = without(is, was).join(' ')
  const shown = { exchangeId, at, before, after: names, beforeExchangeId: part.exchangeId }
  return {
    part: next,
    found: [
      ...(lost === '' ? [] : [found({ ...shown, kind: 'scopes_lost', evidence: { scopes: lost, as } })]),
      ...(gained === '' ? [] : [found({ ...shown, kind: 'scopes_gained', evidence: { scopes: gained, as } })]),
    ],
    updates: [],
  }
}

const namesIn = (text: string): string[] => text.split(' ').filter((name) => name !== '')

function without(names: readonly string[], others: readonly string[]): string[] {
  const there = new Set(others)
  return names.filter((name) => !there.has(name))
}
