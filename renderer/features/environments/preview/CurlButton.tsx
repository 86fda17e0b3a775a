import { Text, Tooltip } from '@mantine/core'
import { useCopyAsCurl } from '../../../queries/copy-as-curl.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { useFormScope } from '../form-scope.ts'

/** Copies the request of what is saved, as a command that works when it is pasted. */
export function CurlButton() {
  const { environment, dirty } = useFormScope()
  const copy = useCopyAsCurl()
  const problems = copy.data?.kind === 'not_sent' ? copy.data.problems : []
  const hint = environment === null || dirty ? 'Save first: the command is made of what is saved.' : null
  return (
    <>
      {problems.length === 0 ? null : (
        <Text size="xs" c="var(--ccx-bad)" role="alert">
          Not copied: {problems.map(({ message }) => message).join(' ')}
        </Text>
      )}
      {copy.error === null ? null : (
        <Text size="xs" c="var(--ccx-bad)" role="alert">
          Not copied: {copy.error.message}
        </Text>
      )}
      <Tooltip
        label={hint ?? 'With its secrets, ready to be pasted into a shell. The clipboard is cleared after 60 s.'}
        multiline
        maw={260}
      >
        <span>
          <CopyButton
            disabled={hint !== null}
            onCopy={async () => {
              if (environment === null) return false
              const outcome = await copy.mutateAsync({ kind: 'token', environmentId: environment.id })
              return outcome.kind === 'copied'
            }}
          >
            Copy as curl
          </CopyButton>
        </span>
      </Tooltip>
    </>
  )
}
