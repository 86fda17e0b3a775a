import { Button, Group, Stack, Text } from '@mantine/core'
import { inWords } from '../problems.ts'
import { Findings } from '../../../ui/Findings.tsx'
import { CallFailed } from '../../../ui/Problem.tsx'
import { useRevealed } from '../../../ui/use-revealed.ts'
import { SavedCurl } from './SavedCurl.tsx'
import { type FormPreview, useFormPreview } from './use-form-preview.ts'
import { PreviewedRequest, RevealedRequest } from './PreviewedRequest.tsx'
import { ProblemList } from '../ProblemList.tsx'

/** The token request of the values as they are in the form, byte for byte; nothing is sent. */
export function PreviewSection() {
  const preview = useFormPreview()
  const { input, outcome, error, invalid } = preview
  const problems = invalid.length > 0 ? invalid : outcome?.kind === 'not_sent' ? outcome.problems.map(inWords) : []
  const [revealed, toggle] = useRevealed(input)
  const request = outcome?.kind === 'request' ? outcome : null
  return (
    <Stack gap={8}>
      <Group gap={8} mih={30}>
        <Text size="xs" c="dimmed" flex={1} role="status">
          {status(preview)}
        </Text>
        {request === null ? null : (
          <Button variant="subtle" size="compact-xs" onClick={toggle}>
            {revealed ? 'Hide' : 'Reveal for 20 s'}
          </Button>
        )}
        <SavedCurl />
      </Group>
      {error === null ? null : <CallFailed error={error} />}
      {problems.length === 0 ? null : <ProblemList title="Not ready to be sent" problems={problems} />}
      {request === null ? null : revealed ? (
        <RevealedRequest input={input} masked={request} />
      ) : (
        <PreviewedRequest outcome={request} />
      )}
      {request === null || request.findings.length === 0 ? null : <Findings findings={request.findings} />}
    </Stack>
  )
}

function status({ invalid, updating, outcome }: FormPreview): string {
  const request = outcome?.kind === 'request'
  if (invalid.length > 0 && request) return 'Outdated: shows the last valid values.'
  if (updating) return 'Updating…'
  return request ? 'The request these settings would send.' : 'Fix the problems above to see the request.'
}
