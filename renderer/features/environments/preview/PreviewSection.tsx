import { Button, Group, Stack, Text } from '@mantine/core'
import { Findings } from '../../../ui/Findings.tsx'
import { CallFailed } from '../../../ui/Problem.tsx'
import { useRevealed } from '../../../ui/use-revealed.ts'
import { useFormScope } from '../form-scope.ts'
import { CurlButton } from './CurlButton.tsx'
import { PreviewedRequest, RevealedRequest } from './PreviewedRequest.tsx'
import { ProblemList } from './ProblemList.tsx'

/** The token request of the values as they stand in the form, byte for byte; nothing is sent. */
export function PreviewSection() {
  const { preview } = useFormScope()
  const { input, outcome, error, current, updating } = preview
  const [revealed, toggle] = useRevealed(input)
  const request = outcome?.kind === 'request' ? outcome : null
  return (
    <Stack gap={8}>
      <Group gap={8} mih={30}>
        <Text size="xs" c="dimmed" flex={1} role="status">
          {status(current, updating, outcome === null)}
        </Text>
        {request === null ? null : (
          <Button variant="subtle" size="compact-xs" onClick={toggle}>
            {revealed ? 'Hide' : 'Reveal for 20 s'}
          </Button>
        )}
        <CurlButton />
      </Group>
      {error === null ? null : <CallFailed error={error} />}
      {request === null ? null : revealed ? (
        <RevealedRequest input={input} masked={request} />
      ) : (
        <PreviewedRequest outcome={request} />
      )}
      {outcome?.kind === 'not_sent' ? <ProblemList problems={outcome.problems} /> : null}
      {request === null || request.findings.length === 0 ? null : <Findings findings={request.findings} />}
    </Stack>
  )
}

function status(current: boolean, updating: boolean, empty: boolean): string {
  if (!current)
    return empty ? 'Mend the marked fields to see the request.' : 'Not up to date: mend the marked fields first.'
  return updating ? 'Updating…' : 'As it would be sent now, with what stands in this form.'
}
