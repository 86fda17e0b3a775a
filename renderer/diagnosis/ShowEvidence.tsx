import { use } from 'react'
import { pointersOf } from '../../electron/common/evidence-marks.ts'
import type { Finding, Pointer } from '../../electron/contract/finding.ts'
import { navigate } from '../route.ts'
import { intend } from '../state/intents.ts'
import { markEvidence } from '../state/marked-evidence.ts'
import { ShownEnvironment } from '../ui/shown-environment.ts'

/** Opens the exchange that a cause was seen in, with what it was seen by marked. */
export function ShowEvidence({ finding, exchangeId }: { finding: Finding; exchangeId: string }) {
  const environment = use(ShownEnvironment)
  const pointers = pointersOf(finding)
  if (environment === null || !pointers.some(({ kind }) => kind !== 'field')) return null
  const show = () => {
    markEvidence(environment.id, exchangeId, pointers)
    const tab = tabOf(finding.pointers)
    if (tab === 'token') navigate({ kind: 'environment', id: environment.id, tab })
    else intend(environment.id, 'show_exchange', [exchangeId, tab])
  }
  return (
    <button type="button" className="link-button" onClick={show}>
      Show evidence
    </button>
  )
}

/** Where what a cause points at is seen: in the answer, the request, or the token. */
function tabOf(pointers: readonly Pointer[]): 'response' | 'request' | 'token' {
  const has = (start: string) => pointers.some(({ kind }) => kind.startsWith(start))
  if (has('response_')) return 'response'
  if (has('request_')) return 'request'
  return has('claim') ? 'token' : 'response'
}
