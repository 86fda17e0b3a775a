import type { ApiRequest } from '../../../../electron/contract/api-call.ts'
import { useCopyAsCurl } from '../../../queries/copy-as-curl.ts'
import { CurlButton } from '../../../ui/CurlButton.tsx'
import { useCallScope } from './call-form.ts'

/** Takes the call along as a command. */
export function CopyCall({ checked }: { checked: () => ApiRequest | null }) {
  const { environmentId } = useCallScope()
  const { copy, ...copied } = useCopyAsCurl(environmentId)
  return (
    <CurlButton
      {...copied}
      title="Includes the access token (requested if needed). The clipboard is cleared after 60 s."
      copy={() => {
        const request = checked()
        return request === null ? null : copy({ kind: 'api', environmentId, request })
      }}
    />
  )
}
