import type { ReactNode } from 'react'
import type { Finding } from '../../electron/contract/finding.ts'
import { visible } from '../../electron/common/visible.ts'
import { explained } from '../../electron/wording/diagnosis/explained.ts'
import { unexplainedText } from '../../electron/wording/diagnosis/unexplained.ts'
import { findingText } from '../../electron/wording/findings.ts'
import { Banner } from '../ui/Banner.tsx'
import { ConfidenceTag } from '../ui/ConfidenceTag.tsx'
import { GoToField } from '../ui/GoToField.tsx'
import { CopyQuestion } from './CopyQuestion.tsx'
import type { Failed, Known } from './failed.ts'
import { ShowEvidence } from './ShowEvidence.tsx'
import { TryMethods } from './TryMethods.tsx'
import { useMarks } from './use-marks.ts'
import { type Retry, WayOut } from './WayOut.tsx'
import './diagnosis.css'

interface Props {
  failed: Failed
  known: Known
  /** What it is of, before the title. */
  of?: string
  /** When it was answered, or what else belongs to the reason. */
  note?: string
  retry: Retry | null
  /** More that helps now. */
  acts?: ReactNode
  isPrimary?: boolean
  /** False where no setting of the environment can mend it. */
  hasWayOut?: boolean
}

/** Why a request failed: its likeliest cause, with the one way out of it; else what is known and what was ruled out. */
export function FailureBanner(props: Props) {
  const { failed, known, of = '', note = '', retry, acts = null, isPrimary = true, hasWayOut = true } = props
  const { cause } = explained(failed.findings)
  useMarks(failed.exchangeId, cause)
  const text = cause === null ? null : findingText(cause)
  const title = text?.title ?? known.title
  const { checked = [] } = failed
  const unexplained = known.isExplained === true || checked.length === 0 ? null : unexplainedText(checked)
  return (
    <Banner
      tone="err"
      title={
        <span className="cause-head">
          {of === '' ? title : `${of}: ${title}`}
          {cause === null ? null : <ConfidenceTag confidence={cause.confidence} />}
        </span>
      }
      reason={visible(
        [...(text === null ? [known.reason] : [known.fact ?? '', text.sentence]), note]
          .filter((part) => part !== '')
          .join(' '),
      )}
    >
      <Advice text={text === null ? unexplained : text.advice} />
      <div className="problem-acts">
        {hasWayOut ? <Way cause={cause} fields={known.fields} retry={retry} isPrimary={isPrimary} /> : null}
        {acts}
        <CopyQuestion failed={failed} />
        {cause === null ? null : <ShowEvidence finding={cause} exchangeId={failed.exchangeId} />}
      </div>
      {retry === null ? null : (
        <TryMethods
          findings={failed.findings}
          exchangeId={failed.exchangeId}
          retry={retry.withNewToken ?? retry.again}
        />
      )}
    </Banner>
  )
}

interface WayProps extends Pick<Props, 'retry'> {
  cause: Finding | null
  fields: Known['fields']
  isPrimary: boolean
}

const Way = ({ cause, fields, retry, isPrimary }: WayProps) =>
  cause === null ? (
    <GoToField fields={fields} look={isPrimary ? 'primary' : 'link'} />
  ) : (
    <WayOut finding={cause} retry={retry} isPrimary={isPrimary} />
  )

const Advice = ({ text }: { text: string | null }) =>
  text === null || text === '' ? null : <p className="banner-advice">{visible(text)}</p>
