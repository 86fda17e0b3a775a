import { Tooltip } from '@mantine/core'
import { useCopyAsCurl } from '../../../queries/copy-as-curl.ts'
import { CurlButton } from '../../../ui/CurlButton.tsx'
import { useFormScope } from '../form-scope.ts'

/** Copies the request of what is saved, as a command that works when it is pasted. */
export function SavedCurl() {
  const { environment, dirty } = useFormScope()
  const { copy, ...copied } = useCopyAsCurl(environment?.id ?? '')
  const unsaved = environment === null || dirty
  return (
    <Tooltip
      label={
        unsaved
          ? 'Save first: the command is made of what is saved.'
          : 'With its secrets, ready to be pasted into a shell. The clipboard is cleared after 60 s.'
      }
      multiline
      maw={260}
    >
      <span>
        <CurlButton
          {...copied}
          disabled={unsaved}
          copy={() => (environment === null ? null : copy({ kind: 'token', environmentId: environment.id }))}
        />
      </span>
    </Tooltip>
  )
}
