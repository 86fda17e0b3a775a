import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { visible } from '../../../electron/common/visible.ts'
import type { ReviewFinding } from '../../../electron/contract/review.ts'
import { acceptanceLimits } from '../../../electron/vocabulary/review.ts'
import { reviewText } from '../../../electron/wording/review.ts'
import { StatusMark } from './StatusMark.tsx'
import { useFindingAcceptance } from './use-finding-acceptance.ts'

interface Props {
  environmentId: string
  /** At least one, each of another code. */
  findings: readonly ReviewFinding[]
  onClose: () => void
}

/** Asks why something that was found is accepted, and what of it. */
export function AcceptDialog({ environmentId, findings, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isPending, setPending] = useState(false)
  const { accept } = useFindingAcceptance(environmentId)
  const chosen = findings.filter(({ code }) => !left.has(code))
  const canAccept = reason.trim() !== '' && chosen.length > 0 && !isPending
  const save = async () => {
    if (!canAccept) return
    setPending(true)
    const isDone = await accept(
      chosen.map(({ code, accepted }) => ({ code, before: accepted })),
      reason.trim(),
    )
    setPending(false)
    if (isDone) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title="Accept"
      size={440}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap={12}>
        {findings.map((finding) => (
          <Found
            key={finding.code}
            finding={finding}
            isChosen={findings.length === 1 ? null : !left.has(finding.code)}
            onToggle={() => setLeft(toggled(left, finding.code))}
          />
        ))}
        <Textarea
          label="Known, because"
          data-autofocus
          autosize
          minRows={2}
          maxRows={8}
          maxLength={acceptanceLimits.reasonMaximum}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
          }}
        />
        <p className="review-hint">
          It is listed as accepted, with the reason and today&apos;s date. Both are in the environment&apos;s file when
          it is shared.
        </p>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={!canAccept} loading={isPending} onClick={() => void save()}>
            Accept
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

interface FoundProps {
  finding: ReviewFinding
  /** Null where it is the only one. */
  isChosen: boolean | null
  onToggle: () => void
}

function Found({ finding, isChosen, onToggle }: FoundProps) {
  const line = visible(reviewText(finding).line)
  if (isChosen !== null) return <Checkbox size="xs" label={line} checked={isChosen} onChange={onToggle} />
  return (
    <p className="review-fact anywhere">
      <StatusMark status={finding.status} />
      <span>{line}</span>
    </p>
  )
}

function toggled(codes: ReadonlySet<string>, code: string): ReadonlySet<string> {
  const next = new Set(codes)
  if (!next.delete(code)) next.add(code)
  return next
}
