import { Button } from '@mantine/core'
import { useContext } from 'react'
import type { FailureCode } from '../../electron/contract/exchange.ts'
import { intend } from '../state/intents.ts'
import { ShownEnvironment } from './shown-environment.ts'

/** Failures after which the certificate of the server is there to be looked at, and perhaps accepted. */
const untrusted: ReadonlySet<FailureCode> = new Set([
  'tls_expired',
  'tls_not_yet_valid',
  'tls_wrong_host',
  'tls_self_signed',
  'tls_unknown_ca',
])

/** Leads to the certificate of an exchange in the drawer, and to accepting it where that is possible. */
export function ShowCertificate({ code, exchangeId }: { code: FailureCode; exchangeId: string }) {
  const environment = useContext(ShownEnvironment)
  if (environment === null || !untrusted.has(code)) return null
  return (
    <Button variant="default" onClick={() => intend(environment.id, 'show_certificate', [exchangeId])}>
      {environment.stage === 'production' ? 'Show the certificate' : 'Accept this certificate…'}
    </Button>
  )
}
