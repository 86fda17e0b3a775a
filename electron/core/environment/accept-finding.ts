import { acceptanceLimits } from '../../vocabulary/review.ts'
import type { CallInput } from '../../contract/calls.ts'
import type { AcceptedFinding } from '../../contract/accepted-finding.ts'
import { recordDone } from '../audit/record.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'

type Deps = Pick<Ports, 'newId' | 'now' | 'notify'> & WithWorkspace<'audit' | 'environments' | 'transaction'>

/**
 * Accepts what a review found, in the place of what was accepted of that code. Null where there is no such environment, or no
 * room. `mask` takes secrets out of the reason for the audit trail, where nothing can be taken back.
 */
export function acceptFinding(
  deps: Deps,
  { environmentId, code, reason }: CallInput<'acceptFinding'>,
  mask: (text: string) => string,
): AcceptedFinding | null {
  const accepted = { code, reason, on: dayOf(deps.now()) }
  const isKept = change(deps, environmentId, code, accepted, mask)
  return isKept ? accepted : null
}

/** Withdraws what was accepted of a code, or puts back what was there before. False where nothing differs. */
export function withdrawAcceptance(
  deps: Deps,
  { environmentId, code, restore }: CallInput<'withdrawAcceptance'>,
  mask: (text: string) => string,
): boolean {
  return change(deps, environmentId, code, restore?.code === code ? restore : null, mask)
}

function change(
  deps: Deps,
  environmentId: string,
  code: string,
  accepted: AcceptedFinding | null,
  mask: (text: string) => string,
): boolean {
  const { environments, transaction } = deps.workspace
  return transaction(() => {
    const stored = environments.get(environmentId)
    if (stored === null) return false
    const before = stored.value.accepted
    const place = before.findIndex((one) => one.code === code)
    const others = before.filter((one) => one.code !== code)
    const after = accepted === null ? others : others.toSpliced(place === -1 ? others.length : place, 0, accepted)
    if (after.length > acceptanceLimits.most || (accepted === null && place === -1)) return false
    environments.update(environmentId, { ...stored.value, accepted: after })
    if (accepted === null) recordDone(deps, 'acceptance_withdrawn', environmentId, { finding: code })
    else recordDone(deps, 'finding_accepted', environmentId, { finding: code, reason: mask(accepted.reason) })
    return true
  })
}

/** The day where the app runs, as `2026-11-30`. */
function dayOf(now: number): string {
  const date = new Date(now)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
