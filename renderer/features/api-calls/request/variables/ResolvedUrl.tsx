import { use } from 'react'
import { urlText } from '../../../../../electron/common/query-rows.ts'
import { visible } from '../../../../../electron/common/visible.ts'
import { useTyped } from '../call-form.ts'
import { KnownVariablesContext } from './known-variables-context.ts'
import { resolvedText } from './resolved-text.ts'

/** The URL with its variables replaced, where it has any. */
export function ResolvedUrl() {
  const text = useTyped(urlText)
  const variables = use(KnownVariablesContext)
  const resolved = variables === null ? null : resolvedText(text, variables)
  return resolved === null || resolved === text ? null : (
    <p className="call-resolved mono ellipsis" title={visible(resolved)}>
      {visible(resolved)}
    </p>
  )
}
