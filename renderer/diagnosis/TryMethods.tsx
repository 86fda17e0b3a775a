import { Button } from '@mantine/core'
import { use, useRef, useState } from 'react'
import type { AuthMethod } from '../../electron/contract/client-authentication.ts'
import type { Finding } from '../../electron/contract/finding.ts'
import { triedText, tryLabel, tryWarning } from '../../electron/wording/diagnosis/tried-methods.ts'
import { type Attempt, tryMethods, useOtherMethods } from '../queries/other-methods.ts'
import { toastFailed } from '../ui/toast.ts'
import { ShownEnvironment } from '../ui/shown-environment.ts'
import { ApplyChange } from './ApplyChange.tsx'

/** What a server may say when the method is the wrong one. */
const ofClient: ReadonlySet<Finding['code']> = new Set([
  'invalid_client',
  'wrong_secret',
  'auth_method_mismatch',
  'credentials_missing',
  'secret_form_encoding',
  'server_does_not_decode_basic',
  'unknown_client',
  'key_not_registered',
  'settings_changed',
])

interface Props {
  findings: readonly Finding[]
  exchangeId: string
  retry: () => void
}

/** Offers to try the other published methods, where the client was refused and there are any. */
export function TryMethods({ findings, exchangeId, retry }: Props) {
  const environment = use(ShownEnvironment)
  if (environment === null || !findings.some(({ code }) => ofClient.has(code))) return null
  return <Offer key={exchangeId} environmentId={environment.id} exchangeId={exchangeId} retry={retry} />
}

function Offer({ environmentId, exchangeId, retry }: Omit<Props, 'findings'> & { environmentId: string }) {
  const methods = useOtherMethods(environmentId, exchangeId).data ?? []
  const [isAsked, setAsked] = useState(false)
  const [attempts, setAttempts] = useState<readonly Attempt[]>([])
  const [isTrying, setTrying] = useState(false)
  const cancel = useRef<AbortController | null>(null)
  if (methods.length === 0) return null
  const start = () => {
    cancel.current = new AbortController()
    setTrying(true)
    setAttempts([])
    tryMethods(environmentId, methods, cancel.current.signal, (attempt) =>
      setAttempts((before) => [...before, attempt]),
    )
      .catch(({ message }: Error) => toastFailed('The methods were not all tried', message))
      .finally(() => setTrying(false))
  }
  if (!isAsked)
    return (
      <Button variant="default" onClick={() => setAsked(true)}>
        {tryLabel(methods.length)}…
      </Button>
    )
  return (
    <section className="try-methods" aria-label="Other authentication methods">
      {attempts.length === 0 && !isTrying ? (
        <p>{tryWarning(methods)}</p>
      ) : (
        <Attempts attempts={attempts} retry={retry} />
      )}
      <div className="problem-acts">
        {isTrying ? (
          <Button variant="default" onClick={() => cancel.current?.abort()}>
            Cancel
          </Button>
        ) : attempts.length === 0 ? (
          <>
            <Button variant="default" onClick={start}>
              {methods.length === 1 ? 'Make 1 attempt' : `Make up to ${methods.length} attempts`}
            </Button>
            <Button variant="subtle" onClick={() => setAsked(false)}>
              Not now
            </Button>
          </>
        ) : null}
      </div>
    </section>
  )
}

function Attempts({ attempts, retry }: { attempts: readonly Attempt[]; retry: () => void }) {
  return (
    <table className="facts">
      <tbody>
        {attempts.map(({ method, tried }) => (
          <tr key={method}>
            <th scope="row">{method}</th>
            <td>{triedText(tried)}</td>
            <td>{tried.kind === 'accepted' ? <Keep method={method} retry={retry} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Keep = ({ method, retry }: { method: AuthMethod; retry: () => void }) => (
  <ApplyChange
    change={{ field: 'token_endpoint_auth_method', value: method }}
    label="Keep this method"
    retry={retry}
    isPrimary={false}
    otherwise={null}
  />
)
