import { Button } from '@mantine/core'
import { resolvedPreview, type KnownVariables } from '../../../../../electron/common/variables/resolved-preview.ts'
import type { ApiRequest } from '../../../../../electron/contract/api-call.ts'
import { goToVariables } from '../../../../go-to-configure.ts'
import { StateIcon } from '../../../../ui/StateIcon.tsx'
import { useCallScope } from '../call-form.ts'

/** The variables that a call names and that have no value, before it is sent. */
export function MissingVariables({ request, variables }: { request: ApiRequest; variables: KnownVariables }) {
  const { environmentId } = useCallScope()
  const names = [...new Set(resolvedPreview(request, variables).missing.map(({ name }) => name))]
  if (names.length === 0) return null
  return (
    <div className="row" role="status">
      <StateIcon tone="warn" word="Warning" />
      {names.length === 1 ? 'Missing variable' : 'Missing variables'}: {names.join(', ')}.
      <Button variant="transparent" px={0} onClick={() => goToVariables(environmentId, names)}>
        {names.length === 1 ? 'Set it…' : 'Set them…'}
      </Button>
    </div>
  )
}
