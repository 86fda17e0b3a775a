import { Button, Group, Stack, Text } from '@mantine/core'
import { inWords } from '../problems.ts'
import { assertNever } from '../../../../electron/common/assert-never.ts'
import type { Finding } from '../../../../electron/contract/finding.ts'
import type { DiscoveryOutcome } from '../../../../electron/contract/outcome.ts'
import { Findings } from '../../../ui/Findings.tsx'
import { visible } from '../../../ui/format.ts'
import { Unreachable } from '../../../ui/Problem.tsx'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { useFormScope } from '../form-scope.ts'
import { ProblemList } from '../ProblemList.tsx'
import { MetadataPanel } from './MetadataPanel.tsx'

type NoneFound = Extract<DiscoveryOutcome, { kind: 'none' }>

/** What came of the question for metadata. */
export function MetadataAnswer({ outcome, onClose }: { outcome: DiscoveryOutcome; onClose: () => void }) {
  switch (outcome.kind) {
    case 'found':
      return <MetadataPanel found={outcome} onClose={onClose} />
    case 'none':
      return <NoMetadata outcome={outcome} />
    case 'nonconformant':
      return <Refused findings={outcome.findings} />
    case 'unreachable':
      return <Unreachable failure={outcome.failure} />
    case 'not_sent':
      return <ProblemList title="Nothing was sent" problems={outcome.problems.map(inWords)} />
    default:
      return assertNever(outcome)
  }
}

function Refused({ findings }: { findings: readonly Finding[] }) {
  const { form } = useFormScope()
  const published = findings.find(({ code }) => code === 'issuer_mismatch')?.evidence['published']
  return (
    <Stack gap={6}>
      <Findings findings={findings} />
      {published?.startsWith('http') ? (
        <Button variant="default" w="fit-content" onClick={() => form.setFieldValue('issuer', published)}>
          Use {published} as issuer
        </Button>
      ) : null}
    </Stack>
  )
}

/** A normal case: many servers publish none. */
function NoMetadata({ outcome: { tried, findings } }: { outcome: NoneFound }) {
  return (
    <Stack gap={6} className="panel" role="status">
      <Group gap={8} wrap="nowrap">
        <StateIcon tone="info" />
        <Text size="sm">No metadata found. Enter the endpoints manually.</Text>
      </Group>
      <Disclosure title="Where it was looked for" open={false}>
        <Stack gap={4}>
          {tried.map(({ url, status }) => (
            <Text key={url} size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
              {status} {visible(url)}
            </Text>
          ))}
          <Findings findings={findings} />
        </Stack>
      </Disclosure>
    </Stack>
  )
}
