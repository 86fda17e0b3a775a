import { useSyncExternalStore } from 'react'
import type { TypedSecrets } from '../../../../electron/contract/secret.ts'
import { changeTypedSecrets, onTypedSecrets, typedSecrets } from '../../../queries/typed-secrets.ts'
import type { NeededSecret } from './needed-secrets.ts'

type Place = Pick<NeededSecret, 'environmentId' | 'name'>

/** What is typed for a secret: the same as in Configure, and kept as that is until it is saved or discarded. */
const typedAt = ({ environmentId, name }: Place): string => typedSecrets(environmentId).secrets[name] ?? ''

export const useTypedAt = (place: Place): string => useSyncExternalStore(onTypedSecrets, () => typedAt(place))

/** How many of these are typed. */
export const useTypedCount = (places: readonly Place[]): number =>
  useSyncExternalStore(onTypedSecrets, () => places.filter((place) => typedAt(place) !== '').length)

export function typeAt({ environmentId, name }: Place, value: string): void {
  changeTypedSecrets(environmentId, ({ secrets: { [name]: _before, ...others }, ...rest }) => ({
    ...rest,
    secrets: value === '' ? others : { ...others, [name]: value },
  }))
}

/** What is typed at these places, by environment. */
export function typedByEnvironment(places: readonly Place[]): ReadonlyMap<string, TypedSecrets> {
  const typed = new Map<string, TypedSecrets>()
  for (const place of places) {
    const value = typedAt(place)
    if (value !== '') typed.set(place.environmentId, { ...typed.get(place.environmentId), [place.name]: value })
  }
  return typed
}
