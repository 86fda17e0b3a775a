import { Button } from '@mantine/core'
import { scopesOf } from '../../../../../electron/common/scope.ts'
import { scopesOfCall } from '../../../../../electron/common/scopes-of-call.ts'
import { visible } from '../../../../../electron/common/visible.ts'
import { useSettle } from '../../../../diagnosis/use-settle.ts'
import type { Environment } from '../../../../../electron/contract/environment.ts'
import { useEnvironment } from '../../../../queries/environments.ts'
import { useToken } from '../../../../queries/tokens.ts'
import { useCallScope, useTyped } from '../call-form.ts'
import { scopeSentence } from './scope-sentence.ts'

/** The scopes that the API needs beside those that the held token has. In full, a missing one can be asked for from now on. */
export function ScopeFit({ isBrief = false }: { isBrief?: boolean }) {
  const { environmentId } = useCallScope()
  const scope = useTyped((values) => values.scope)
  const token = useToken(environmentId).data ?? null
  const environment = useEnvironment(environmentId).data ?? null
  const fit = scopesOfCall(scope, token)
  if (fit.needed.length === 0) return null
  const sentence = visible(scopeSentence(fit))
  const isMissing = fit.missing !== null && fit.missing.length > 0
  if (isBrief) {
    return (
      <span className="scope-fit ellipsis" title={sentence} data-wrong={isMissing || undefined}>
        <span aria-hidden>·</span> {sentence}
      </span>
    )
  }
  return (
    <div className="row">
      <span className="call-note" role="status" data-wrong={isMissing || undefined}>
        {sentence}
      </span>
      {environment === null ? null : <AskForThem environment={environment} needed={fit.needed} />}
    </div>
  )
}

/** Adds what the environment does not ask for to what it asks for. */
function AskForThem({ environment, needed }: { environment: Environment; needed: readonly string[] }) {
  const { settle, isPending } = useSettle(environment, () => {})
  const asked = scopesOf(environment.scope)
  const added = needed.filter((name) => !asked.includes(name))
  if (added.length === 0) return null
  const value = [...asked, ...added].join(' ')
  return (
    <Button variant="default" loading={isPending} onClick={() => settle({ field: 'scope', value })}>
      Add {visible(added.join(' '))} to the environment’s scopes
    </Button>
  )
}
