import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import type { HistoryEntry } from '../../../../electron/contract/history.ts'
import { sentBy } from '../../../../electron/wording/sent-by.ts'
import { hrefOf } from '../../../route.ts'
import { FoundText } from '../FoundText.tsx'
import { EntryToken } from './EntryToken.tsx'
import { dayAndTime } from './day-and-time.ts'

interface Props {
  entry: HistoryEntry
  environment: EnvironmentSummary | null
  words: readonly string[]
}

/** Of what environment an exchange is, when it was, and which token it issued or carried. */
export function EntryFacts({ entry, environment, words }: Props) {
  const { exchange, conclusion } = entry
  const token = conclusion?.token ?? null
  const sender = sentBy(exchange)
  return (
    <dl className="entry-facts">
      <div>
        <dt>Environment</dt>
        <dd>
          <EnvironmentName
            then={conclusion?.environmentName ?? ''}
            isOfNone={exchange.environmentId === null}
            environment={environment}
            words={words}
          />
        </dd>
      </div>
      <div>
        <dt>When</dt>
        <dd>{dayAndTime(exchange.startedAt)}</dd>
      </div>
      {sender === null ? null : (
        <div>
          <dt>Sent by</dt>
          <dd>{sender}</dd>
        </div>
      )}
      {token === null ? null : <EntryToken id={exchange.id} fingerprint={token.fingerprint} />}
    </dl>
  )
}

interface NameProps extends Pick<Props, 'environment' | 'words'> {
  /** The name that it had; empty where that is not recorded. */
  then: string
  /** Whether the request was made without one. */
  isOfNone: boolean
}

/** Its name now, which leads to it; with the name that it had, where that was another. */
function EnvironmentName({ then, isOfNone, environment, words }: NameProps) {
  if (environment === null) {
    return then === '' ? (
      <span className="dimmed">{isOfNone ? 'none' : 'deleted'}</span>
    ) : (
      <>
        <FoundText text={then} words={words} /> <span className="dimmed">(deleted)</span>
      </>
    )
  }
  const { id, name } = environment
  return (
    <>
      <a href={hrefOf({ kind: 'environment', id, tab: 'flow' })}>
        <FoundText text={name} words={words} />
      </a>
      {then === '' || then === name ? null : (
        <span className="dimmed">
          {' '}
          (then <FoundText text={then} words={words} />)
        </span>
      )}
    </>
  )
}
