import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { HeldToken } from '../../../electron/contract/token.ts'
import type { SideChoice } from '../../queries/comparison.ts'

/** What there is to choose from. */
export interface Known {
  environments: readonly Pick<EnvironmentSummary, 'id' | 'name'>[]
  tokens: readonly Pick<HeldToken, 'environmentId' | 'previousIssuedAt'>[]
}

export interface SideOption {
  value: string
  label: string
}

/** The environment's name comes last: where it is too long, its end is cut off, and not what is meant of it. */
const words = { held: 'Token of', previous: 'Earlier token of', asked: 'Asked for by' } as const

/** A pasted token, then what there is of each environment; those that hold a token come first. */
export function sideOptions({ environments, tokens }: Known, chosen: SideChoice | null): SideOption[] {
  const held = new Map(tokens.map((token) => [token.environmentId, token]))
  const inOrder = [...environments.filter(({ id }) => held.has(id)), ...environments.filter(({ id }) => !held.has(id))]
  return [
    { value: 'pasted', label: 'A pasted token' },
    ...inOrder.flatMap(({ id, name }) => {
      const kinds = (['held', 'previous', 'asked'] as const).filter(
        (kind) =>
          kind !== 'previous' ||
          (held.get(id)?.previousIssuedAt ?? null) !== null ||
          (chosen?.kind === 'previous' && chosen.environmentId === id),
      )
      return kinds.map((kind) => ({
        value: `${kind}:${id}`,
        label: `${words[kind]} ${name}${kind === 'held' && !held.has(id) ? ' (none yet)' : ''}`,
      }))
    }),
  ]
}

export function valueOf(choice: SideChoice | null): string | null {
  if (choice === null) return null
  return choice.kind === 'pasted' ? 'pasted' : `${choice.kind}:${choice.environmentId}`
}

export function choiceOf(value: string): SideChoice | null {
  const kind = (['held', 'previous', 'asked'] as const).find((name) => value.startsWith(`${name}:`))
  if (kind !== undefined) return { kind, environmentId: value.slice(kind.length + 1) }
  return value === 'pasted' ? { kind: 'pasted', text: '' } : null
}

/** A side as the heading of its column. */
export function sideLabel(choice: SideChoice, environments: Known['environments']): string {
  if (choice.kind === 'pasted') return 'A pasted token'
  const name = environments.find(({ id }) => id === choice.environmentId)?.name ?? 'an environment that is gone'
  return `${words[choice.kind]} ${name}`
}
