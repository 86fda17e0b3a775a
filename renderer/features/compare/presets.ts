import type { Sides } from '../../queries/comparison.ts'
import type { Known } from './side-options.ts'

/** The environment that a person is at: that of a chosen side, else the first that holds a token, else the first. */
export function presentEnvironment({ left, right }: Sides, { environments, tokens }: Known): string | null {
  for (const side of [left, right]) {
    if (side !== null && side.kind !== 'pasted' && environments.some(({ id }) => id === side.environmentId)) {
      return side.environmentId
    }
  }
  const holds = (id: string) => tokens.some(({ environmentId }) => environmentId === id)
  return (environments.find(({ id }) => holds(id)) ?? environments[0])?.id ?? null
}

export function beforeAndAfter(environmentId: string): Sides {
  return { left: { kind: 'previous', environmentId }, right: { kind: 'held', environmentId } }
}

export function askedAndGranted(environmentId: string): Sides {
  return { left: { kind: 'asked', environmentId }, right: { kind: 'held', environmentId } }
}

/** The second environment is another one that holds a token; left open when there is none. */
export function twoEnvironments(environmentId: string, { environments, tokens }: Known): Sides {
  const other = environments.find(
    ({ id }) => id !== environmentId && tokens.some((token) => token.environmentId === id),
  )
  return {
    left: { kind: 'held', environmentId },
    right: other === undefined ? null : { kind: 'held', environmentId: other.id },
  }
}
