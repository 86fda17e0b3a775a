import { notifications } from '@mantine/notifications'
import type { ApiRequest } from '../../../electron/contract/api-call.ts'
import { useCopyAsCurl } from '../../queries/copy-as-curl.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'

interface Props {
  environmentId: string
  /** The request as it stands in the form; null when something in it is wrong, which the form then shows. */
  request: () => ApiRequest | null
}

/** Copies the call as a command that works when it is pasted. A token is obtained for it when none is held. */
export function ApiCurlButton({ environmentId, request }: Props) {
  const copy = useCopyAsCurl()
  return (
    <CopyButton
      title="With the access token, ready to be pasted into a shell. The clipboard is cleared after 60 s."
      onCopy={async () => {
        const composed = request()
        if (composed === null) return false
        const outcome = await copy.mutateAsync({ kind: 'api', environmentId, request: composed })
        if (outcome.kind === 'copied') return true
        const message = outcome.problems.map((problem) => problem.message).join(' ')
        notifications.show({ title: 'Not copied', message, color: 'red', autoClose: 8000 })
        return false
      }}
    >
      Copy as curl
    </CopyButton>
  )
}
