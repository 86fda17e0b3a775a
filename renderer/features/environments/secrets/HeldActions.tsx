import { Button } from '@mantine/core'
import type { SecretName } from '../../../../electron/contract/secret.ts'
import { problemSentence } from '../../../../electron/wording/problems.ts'
import { useCopySecret, useRevealSecret } from '../../../queries/secrets.ts'
import { Bytes } from '../../../ui/Bytes.tsx'
import { notify } from '../../../ui/notify.ts'
import { toastFailed } from '../../../ui/toast.ts'
import { useHideAgain } from '../../../ui/use-revealed.ts'
import { ForgetSecret } from './ForgetSecret.tsx'

interface Props {
  environmentId: string
  name: SecretName
  label: string
  /** Null where there is nothing to keep meanwhile. */
  onRotate: (() => void) | null
}

/** What can be done with a secret that is held. Revealing and copying are recorded. */
export function HeldActions({ environmentId, name, label, onRotate }: Props) {
  const reveal = useRevealSecret()
  const copy = useCopySecret()
  const shown = reveal.data?.kind === 'revealed' ? reveal.data.value : null
  useHideAgain(shown !== null, reveal.reset)
  const action = (text: string, onClick: () => void, title?: string) => (
    <Button
      variant="transparent"
      size="compact-xs"
      px={0}
      h="auto"
      aria-label={`${text} (${label})`}
      title={title}
      onClick={onClick}
    >
      {text}
    </Button>
  )
  const onReveal = () =>
    reveal.mutate(
      { environmentId, name },
      {
        onSuccess: (outcome) => {
          if (outcome.kind === 'not_there') toastFailed('Not revealed', problemSentence(outcome.problem))
        },
        onError: ({ message }) => toastFailed('Not revealed', message),
      },
    )
  const onCopy = () =>
    copy.mutate(
      { environmentId, name },
      {
        onSuccess: (problem) => {
          if (problem !== null) return toastFailed('Not copied', problemSentence(problem))
          notify({ message: `${label}: copied. The clipboard is cleared after 60 s.`, color: 'teal' })
        },
        onError: ({ message }) => toastFailed('Not copied', message),
      },
    )
  return (
    <>
      {shown === null ? action('Reveal for 20 s', onReveal, 'Revealing is logged.') : action('Hide', reveal.reset)}
      {action('Copy', onCopy, 'Copying is logged. The clipboard is cleared after 60 s.')}
      {onRotate === null
        ? null
        : action('Rotate…', onRotate, 'Enter a new one, and keep this one until the new one works.')}
      <ForgetSecret environmentId={environmentId} name={name} label={label} />
      {shown === null ? null : (
        <div className="panel revealed">
          <Bytes text={shown} />
        </div>
      )}
    </>
  )
}
