import { Button, Text } from '@mantine/core'
import { useAction } from '../../queries/action.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { hrefOf } from '../../route.ts'
import { intend } from '../../state/intents.ts'
import { NotSent } from '../../ui/NotSent.tsx'
import { CallFailed, Problem } from '../../ui/Problem.tsx'

const options = {}

/** Why the probes were not sent; nothing where they were. */
export function ProbesEnd({ environmentId }: { environmentId: string }) {
  const { outcome, error, again, forget } = useAction('runProbes', environmentId, options)
  const remedies = useRemedies({ environmentId, verb: 'send', again, dismiss: forget })
  if (error !== null) return <CallFailed error={error} />
  if (outcome?.kind === 'not_sent') {
    const href = hrefOf({ kind: 'environment', id: environmentId, tab: 'configure' })
    return <NotSent problems={outcome.problems} href={href} remedies={remedies} />
  }
  if (outcome?.kind !== 'other_plan' && outcome?.kind !== 'production') return null
  return (
    <Problem tone="warn" word="Warning" title="Nothing was sent">
      <Text size="sm">The requests are other ones now. Look at them again.</Text>
      <div className="problem-acts">
        <Button
          variant="default"
          onClick={() => {
            forget()
            intend(environmentId, 'run_probes')
          }}
        >
          Show the requests…
        </Button>
      </div>
    </Problem>
  )
}
