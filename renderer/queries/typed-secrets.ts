import { useSyncExternalStore } from 'react'
import type { SecretName, TypedSecrets } from '../../electron/contract/secret.ts'
import { secretNames } from '../../electron/vocabulary/secret-names.ts'

/**
 * Secrets that are typed in Configure and not saved yet. They are in this window's memory and nowhere else, and survive that
 * the form is left.
 */
export interface Typed {
  secrets: TypedSecrets
  /** Those of which the old one is kept until the one that is typed has obtained a token. */
  keepOld: ReadonlySet<SecretName>
}

const nothing: Typed = { secrets: {}, keepOld: new Set() }

let all: ReadonlyMap<string, Typed> = new Map()
const listeners = new Set<() => void>()

export function onTypedSecrets(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** By the key of the form's draft. */
export const typedSecrets = (draftKey: string): Typed => all.get(draftKey) ?? nothing

export function changeTypedSecrets(draftKey: string, next: (now: Typed) => Typed): void {
  const changed = new Map(all)
  const { secrets, keepOld } = next(typedSecrets(draftKey))
  if (Object.keys(secrets).length === 0 && keepOld.size === 0) changed.delete(draftKey)
  else changed.set(draftKey, { secrets, keepOld })
  all = changed
  for (const listener of listeners) listener()
}

export const forgetTypedSecrets = (draftKey: string): void => changeTypedSecrets(draftKey, () => nothing)

/** After these were saved: what was typed since stays typed. */
export function settleTypedSecrets(draftKey: string, saved: TypedSecrets): void {
  changeTypedSecrets(draftKey, ({ secrets }) => ({
    secrets: Object.fromEntries(
      secretNames.flatMap((name) =>
        secrets[name] === undefined || secrets[name] === saved[name] ? [] : [[name, secrets[name]]],
      ),
    ),
    keepOld: new Set(),
  }))
}

export const useTypedSecrets = (draftKey: string): Typed =>
  useSyncExternalStore(onTypedSecrets, () => typedSecrets(draftKey))

/** The keys of the forms in which a secret is typed. */
export const formsWithSecrets = (): readonly string[] =>
  [...all].flatMap(([key, { secrets }]) => (Object.keys(secrets).length > 0 ? [key] : []))

/** Whether a secret is typed in any of these forms. Typing on in it draws nothing again. */
export const useHasTypedSecrets = (isMeant: (draftKey: string) => boolean): boolean =>
  useSyncExternalStore(onTypedSecrets, () => formsWithSecrets().some(isMeant))

/** The keys of the forms in which a secret is typed. Typing on in one draws nothing again. */
export const useFormsWithSecrets = (): readonly string[] =>
  useSyncExternalStore(onTypedSecrets, () => formsWithSecrets().join('\n'))
    .split('\n')
    .filter(Boolean)
