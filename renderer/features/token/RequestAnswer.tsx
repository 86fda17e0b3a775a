import type { Outcome } from '../../queries/action.ts'
import { Unreachable } from '../../ui/Problem.tsx'
import { NoTokenText } from './NoToken.tsx'
import { NothingSent } from './NothingSent.tsx'

interface Props {
  request: Outcome<'requestToken'>
  environmentId: string
  hasToken: boolean
}

/** How the last token request ended, where it did not end with a token. */
export function RequestAnswer({ request: { outcome, again, forget }, environmentId, hasToken }: Props) {
  const earlier = hasToken ? ' The token below is an earlier one.' : ''
  switch (outcome?.kind) {
    case 'refused':
      return (
        <p className="text" role="status">
          <b>Refused</b> with status {outcome.status}: {outcome.error.error}.{earlier}
        </p>
      )
    case 'nonconformant':
      return (
        <p className="text" role="status">
          <b>Not a token response</b>, status {outcome.status}.{earlier}
        </p>
      )
    case 'unreachable':
      return <Unreachable failure={outcome.failure} />
    case 'not_sent':
      return <NothingSent problems={outcome.problems} environmentId={environmentId} again={again} dismiss={forget} />
    case 'issued':
      return null
    case undefined:
      return hasToken ? null : <NoTokenText />
  }
}
