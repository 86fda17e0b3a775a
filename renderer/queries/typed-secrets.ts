import { useSyncExternalStore } from 'react'
import type { SecretName, TypedSecrets } from '../../electron/contract/secret.ts'
import { secretNames } from '../../electron/vocabulary/secret-names.ts'

/** The value of a secret variable: the row that it is typed in, and the name there. */
export interface TypedVariable {
  index: number
  name: string
  value: string
}

/**
 * Secrets that are typed in Configure and not saved yet. They are in this window's memory and nowhere else, and survive that
 * the form is left.
 */
export interface Typed {
  secrets: TypedSecrets
  /** Values of secret variables, no two for one row. */
  variables: readonly TypedVariable[]
  /** Those of which the old one is kept until the one that is typed has obtained a token. */
  keepOld: ReadonlySet<SecretName>
}

const nothing: Typed = { secrets: {}, variables: [], keepOld: new Set() }

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
  const typed = next(typedSecrets(draftKey))
  if (hasSecrets(typed) || typed.keepOld.size > 0) changed.set(draftKey, typed)
  else changed.delete(draftKey)
  all = changed
  for (const listener of listeners) listener()
}

const hasSecrets = ({ secrets, variables }: Typed): boolean => Object.keys(secrets).length > 0 || variables.length > 0

export const forgetTypedSecrets = (draftKey: string): void => changeTypedSecrets(draftKey, () => nothing)

/** After these were saved: what was typed since stays typed. */
export function settleTypedSecrets(
  draftKey: string,
  saved: TypedSecrets,
  savedVariables: readonly TypedVariable[] = [],
): void {
  changeTypedSecrets(draftKey, ({ secrets, variables }) => ({
    variables: variables.filter((typed) => !savedVariables.includes(typed)),
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
  [...all].flatMap(([key, typed]) => (hasSecrets(typed) ? [key] : []))

/** Whether a secret is typed in any of these forms. Typing on in it draws nothing again. */
export const useHasTypedSecrets = (isMeant: (draftKey: string) => boolean): boolean =>
  useSyncExternalStore(onTypedSecrets, () => formsWithSecrets().some(isMeant))

/** The keys of the forms in which a secret is typed. Typing on in one draws nothing again. */
export const useFormsWithSecrets = (): readonly string[] =>
  useSyncExternalStore(onTypedSecrets, () => formsWithSecrets().join('\n'))
    .split('\n')
    .filter(Boolean)
