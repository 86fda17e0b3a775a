import type { ImportEdits } from '../../../../../electron/contract/import-edits.ts'
import type { ImportItem } from '../../../../../electron/contract/sharing.ts'
import type { Choices } from '../../../../state/importing.ts'
import { count } from '../../../../ui/count.ts'
import { comesIn, fateOf, isConflict } from '../choices.ts'

export interface Counted {
  items: readonly ImportItem[]
  choices: Choices
  edits: ImportEdits
  hasSharedCalls: boolean
  /** The calls of an environment that are taken. */
  callsOf: (item: ImportItem) => number
}

/** What an import would do, in numbers. */
export interface Tally {
  added: number
  replaced: number
  /** Calls that come along with what is added, or go to an environment that is here. */
  callsAdded: number
  callsReplaced: number
  conflicts: number
  /** Calls for which no environment is chosen yet. */
  undecided: number
}

export function tallyOf({ items, choices, edits, hasSharedCalls, callsOf }: Counted): Tally {
  const chosen = { choices, edits }
  const coming = items.filter((item) => comesIn(item, chosen))
  const ofCalls = coming.filter(({ kind }) => kind === 'calls')
  const target = ({ id }: ImportItem) => edits.targets[id]
  const undecided = ofCalls.filter((item) => target(item) === undefined)
  const decided = coming.filter((item) => !undecided.includes(item))
  const replaced = decided.filter((item) => fateOf(item, chosen) === 'replaced')
  const others = decided.filter((item) => !replaced.includes(item))
  const calls = (some: readonly ImportItem[]): number => {
    const [first] = some
    if (hasSharedCalls) return first === undefined ? 0 : callsOf(first)
    return some.reduce((sum, item) => sum + callsOf(item), 0)
  }
  return {
    added: others.filter((item) => item.kind === 'environment' || target(item) === null).length,
    replaced: replaced.length,
    callsAdded: calls(others),
    callsReplaced: others.length > 0 && hasSharedCalls ? 0 : calls(replaced),
    conflicts: items.filter(isConflict).length,
    undecided: undecided.reduce((sum, item) => sum + callsOf(item), 0),
  }
}

/** What the button says that it does. */
export function importLabel({ added, replaced, callsAdded, callsReplaced, undecided }: Tally): string {
  const environments = added + replaced
  const calls = callsAdded + callsReplaced + undecided
  const parts = [
    ...(environments === 0 && calls > 0 ? [] : [count(environments, 'environment')]),
    ...(calls === 0 ? [] : [count(calls, 'call')]),
  ]
  return `Import ${parts.join(' and ')}`
}

/** The same as a line and a sentence. */
export function outlookOf(tally: Tally, items: number): { title: string; reason: string } {
  const { added, replaced, callsAdded, undecided } = tally
  if (items === 0) return { title: 'The file holds no environment', reason: 'There is nothing to import.' }
  const new_ = [
    ...(added === 0 ? [] : [count(added, 'environment')]),
    ...(callsAdded === 0 ? [] : [count(callsAdded, 'call')]),
  ]
  const parts = [
    ...(new_.length === 0 ? [] : [`${new_.join(' and ')} will be added`]),
    ...(replaced === 0 ? [] : [`${count(replaced, 'environment')} will be replaced`]),
  ]
  const conflicts = count(tally.conflicts, 'conflict')
  if (undecided > 0) {
    return {
      title: [...parts, `${count(undecided, 'call')} ${undecided === 1 ? 'needs' : 'need'} an environment`].join(', '),
      reason: `Nothing has changed yet. The file has no client for ${undecided === 1 ? 'it' : 'them'}: choose one that is here, or a new one.`,
    }
  }
  return parts.length === 0
    ? { title: 'Nothing would change', reason: wayOut(tally.conflicts) }
    : {
        title: parts.join(', '),
        reason: `Nothing has changed yet. ${conflicts}. The whole import can be undone in one step.`,
      }
}

function wayOut(conflicts: number): string {
  if (conflicts === 0) return 'Nothing of the file would be imported.'
  return `${count(conflicts, 'conflict')}. Choose Replace or Both to import ${conflicts === 1 ? 'it' : 'them'}.`
}

/** Why it cannot be imported yet, in a few words; null when it can. */
export function obstacleOf(tally: Tally, faults: number): string | null {
  if (faults > 0) return `${count(faults, 'field')} to correct`
  if (tally.undecided > 0) return 'Choose an environment'
  return tally.added + tally.replaced + tally.callsAdded === 0 ? 'Nothing is chosen' : null
}
