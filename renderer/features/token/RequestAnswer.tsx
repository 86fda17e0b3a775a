import { visible } from '../../../electron/common/visible.ts'
import { FailureBanner } from '../../diagnosis/FailureBanner.tsx'
import { knownOfAnswer, knownOfFailure } from '../../diagnosis/known.ts'
import type { Outcome } from '../../queries/action.ts'
import { Unreachable } from '../../ui/Problem.tsx'
import { ShowCertificate } from '../../ui/ShowCertificate.tsx'
import { NothingSent } from './NothingSent.tsx'

interface Props {
  request: Outcome<'requestToken'>
  environmentId: string
}

/** How the last token request ended, where it did not end with a token. */
export function RequestAnswer({ request: { outcome, again, forget }, environmentId }: Props) {
  const retry = { again, withNewToken: null }
  switch (outcome?.kind) {
    case 'refused': {
      const title = `Refused with status ${outcome.status}: ${visible(outcome.error.error)}`
      return <FailureBanner failed={outcome} known={knownOfAnswer(title, outcome.findings, '')} retry={retry} />
    }
    case 'nonconformant': {
      const title = `Not a token response, status ${outcome.status}`
      const known = knownOfAnswer(title, outcome.findings, 'token_endpoint')
      return <FailureBanner failed={outcome} known={known} retry={retry} />
    }
    case 'unreachable': {
      const { failure, exchangeId } = outcome
      if (failure.code === 'cancelled') return <Unreachable failure={failure} />
      return (
        <FailureBanner
          failed={outcome}
          known={knownOfFailure(failure, 'token_endpoint')}
          retry={retry}
          acts={<ShowCertificate code={failure.code} exchangeId={exchangeId} />}
        />
      )
    }
    case 'not_sent':
      return (
        <NothingSent
          problems={outcome.problems}
          environmentId={environmentId}
          again={again}
          dismiss={forget}
          isPrimary
        />
      )
    case 'issued':
    case undefined:
      return null
  }
}
