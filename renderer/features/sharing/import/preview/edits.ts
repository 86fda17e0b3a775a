import type { EditedSettings, ImportedSecret, ImportEdits } from '../../../../../electron/contract/import-edits.ts'

type Change = (edits: ImportEdits) => ImportEdits

const withAll = (all: readonly string[], ids: readonly string[]): string[] => [...new Set([...all, ...ids])]
const without = (all: readonly string[], ids: ReadonlySet<string>): string[] => all.filter((id) => !ids.has(id))

/** Takes these environments, or leaves them out. */
export const takeEnvironments =
  (ids: readonly string[], isTaken: boolean): Change =>
  (edits) => ({
    ...edits,
    environmentsLeftOut: isTaken
      ? without(edits.environmentsLeftOut, new Set(ids))
      : withAll(edits.environmentsLeftOut, ids),
  })

/** Takes these calls, or leaves them out. */
export const takeCalls =
  (ids: readonly string[], isTaken: boolean): Change =>
  (edits) => ({
    ...edits,
    callsLeftOut: isTaken ? without(edits.callsLeftOut, new Set(ids)) : withAll(edits.callsLeftOut, ids),
  })

/** One text for each secret of a file. */
export const secretKey = ({ environmentId, name, variable }: ImportedSecret): string =>
  `${environmentId} ${name} ${variable}`

/** Stores these secrets, or leaves them out. */
export const takeSecrets =
  (secrets: readonly ImportedSecret[], isTaken: boolean): Change =>
  (edits) => {
    const meant = new Set(secrets.map(secretKey))
    const others = edits.secretsLeftOut.filter((secret) => !meant.has(secretKey(secret)))
    return { ...edits, secretsLeftOut: isTaken ? others : [...others, ...secrets] }
  }

/** Sets settings of an environment; the others stay as they are. */
export const changeSettings =
  (id: string, settings: EditedSettings): Change =>
  (edits) => ({ ...edits, settings: { ...edits.settings, [id]: { ...edits.settings[id], ...settings } } })

export const giveValue =
  (name: string, value: string): Change =>
  (edits) => ({ ...edits, variables: { ...edits.variables, [name]: value } })

/** Where calls without an environment go: null is a new one, undefined is not said. */
export const chooseTarget =
  (id: string, target: string | null | undefined): Change =>
  (edits) => {
    const { [id]: _before, ...others } = edits.targets
    return { ...edits, targets: target === undefined ? others : { ...others, [id]: target } }
  }
