import { Button, NativeSelect } from '@mantine/core'
import { oneOf } from '../../../../electron/common/one-of.ts'
import { visible } from '../../../../electron/common/visible.ts'
import type { ApiRequest } from '../../../../electron/contract/api-call.ts'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import type { WrittenOutcome } from '../../../../electron/contract/outcome.ts'
import { copyScopes, copyTargets } from '../../../../electron/vocabulary/copy-targets.ts'
import { copyAbout, copyTargetGroups, copyTargetName } from '../../../../electron/wording/copy-as.ts'
import { problemSentence } from '../../../../electron/wording/problems.ts'
import { copyCallAs, useCallAs } from '../../../queries/copy-as.ts'
import { useCopyAsCurl } from '../../../queries/copy-as-curl.ts'
import { useKept } from '../../../state/kept.ts'
import { CurlButton } from '../../../ui/CurlButton.tsx'
import { toastDone, toastFailed } from '../../../ui/toast.ts'
import { copyChoice } from './copy-choice.ts'

interface Props {
  environmentId: string
  request: ApiRequest
  /** A pasted token is neither requested nor put into what is copied. */
  isPasted: boolean
  onCopied: () => void
}

/** Chooses what a call is copied as, and shows the text that would be copied. */
export function CopyAsDialog({ environmentId, request, isPasted, onCopied }: Props) {
  const [{ target, scope: chosen }, choose] = useKept(copyChoice)
  const hasToken = request.authorization === 'environment' && !isPasted
  const scope = hasToken ? chosen : 'call'
  const input: CallInput<'copyCallAs'> = { environmentId, request, target, scope }
  const shown = useCallAs(input)
  const live = useCopyAsCurl(environmentId)
  return (
    <div className="copy-as">
      <div className="copy-as-choices">
        <NativeSelect
          label="Copy as"
          data-autofocus
          value={target}
          data={copyTargetGroups.map(({ group, items }) => ({ group, items: [...items] }))}
          onChange={({ currentTarget: { value } }) =>
            choose((now) => ({ ...now, target: oneOf(copyTargets, value) ?? now.target }))
          }
        />
        {hasToken ? (
          <NativeSelect
            label="What"
            value={scope}
            data={[
              { value: 'call', label: 'This call' },
              { value: 'token_and_call', label: 'Token request and this call' },
            ]}
            onChange={({ currentTarget: { value } }) =>
              choose((now) => ({ ...now, scope: oneOf(copyScopes, value) ?? now.scope }))
            }
          />
        ) : null}
      </div>
      <Shown outcome={shown.data} error={shown.error} />
      <div className="copy-as-acts">
        {target === 'curl_bash' && hasToken ? (
          <CurlButton
            {...live}
            label="Copy with the live token"
            title="The call alone, with the access token in it (requested if needed). The clipboard is cleared after 60 s."
            copy={() => live.copy({ kind: 'api', environmentId, request })}
          />
        ) : null}
        <Button disabled={shown.data?.kind !== 'written'} onClick={() => void copyAs(input).then(onCopied, failed)}>
          Copy
        </Button>
      </div>
    </div>
  )
}

function Shown({ outcome, error }: { outcome: WrittenOutcome | undefined; error: Error | null }) {
  if (error !== null) return <p role="alert">{visible(error.message)}</p>
  if (outcome === undefined) return <pre className="copy-as-text" aria-busy />
  if (outcome.kind === 'not_sent') {
    return (
      <ul role="alert" className="copy-as-problems">
        {outcome.problems.map((problem) => (
          <li key={`${problem.field} ${problemSentence(problem)}`}>{visible(problemSentence(problem))}</li>
        ))}
      </ul>
    )
  }
  return (
    <>
      <p className="text-small" role="status">
        {copyAbout(outcome.variables)}
      </p>
      {/* Focusable, so that it can be scrolled by keyboard. */}
      <div
        className="copy-as-text mono"
        tabIndex={0}
        role="textbox"
        aria-readonly
        aria-multiline
        aria-label="What is copied"
      >
        {shortened(outcome.text)}
      </div>
    </>
  )
}

/** Characters that are shown; a body may have a million. */
const mostShown = 20_000

const shortened = (text: string): string =>
  text.length > mostShown
    ? `${text.slice(0, mostShown)}\n… (${text.length - mostShown} more characters are copied)`
    : text

async function copyAs(input: CallInput<'copyCallAs'>): Promise<void> {
  const outcome = await copyCallAs(input)
  if (outcome.kind === 'not_sent') throw new Error(outcome.problems.map(problemSentence).join(' '))
  toastDone(`Copied as ${copyTargetName(input.target)}. ${copyAbout(outcome.variables)}`)
}

const failed = (error: unknown): void => toastFailed('Not copied', error instanceof Error ? error.message : '')
