import { ActionIcon, Button, Group, Stack, Tabs, Text, Tooltip } from '@mantine/core'
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand } from '@tabler/icons-react'
import { useRevealedPreview } from '../../../queries/preview.ts'
import { Bytes } from '../../../ui/Bytes.tsx'
import { Findings } from '../../../ui/Findings.tsx'
import { CallFailed } from '../../../ui/Problem.tsx'
import { useRevealed } from '../../../ui/use-revealed.ts'
import { ProblemList } from '../ProblemList.tsx'
import { inWords } from '../problems.ts'
import { PreviewedRequest } from './PreviewedRequest.tsx'
import { SavedCurl } from './SavedCurl.tsx'
import { type FormPreview, useFormPreview } from './use-form-preview.ts'
import { usePreviewBeside } from './use-preview-beside.ts'

/** The token request of the values as they are in the form, byte for byte; nothing is sent. */
export function PreviewSection() {
  const preview = useFormPreview()
  const { input, outcome, error, invalid } = preview
  const problems = invalid.length > 0 ? invalid : outcome?.kind === 'not_sent' ? outcome.problems.map(inWords) : []
  const [revealed, toggle] = useRevealed(input)
  const withSecrets = useRevealedPreview(revealed ? input : null).data
  const masked = outcome?.kind === 'request' ? outcome : null
  const request = revealed && masked !== null && withSecrets?.kind === 'request' ? withSecrets : masked
  return (
    <section aria-label="Request preview">
      <Head />
      <Tabs defaultValue="request" keepMounted={false} className="section-tabs">
        <Tabs.List aria-label="Preview as">
          <Tabs.Tab value="request">Request</Tabs.Tab>
          <Tabs.Tab value="curl">curl</Tabs.Tab>
        </Tabs.List>
        <Stack gap={8} pt={8}>
          <Text size="xs" c="dimmed" role="status">
            {status(preview)}
          </Text>
          {error === null ? null : <CallFailed error={error} />}
          {problems.length === 0 ? null : <ProblemList title="Not ready to be sent" problems={problems} />}
          <Tabs.Panel value="request">{request === null ? null : <PreviewedRequest outcome={request} />}</Tabs.Panel>
          <Tabs.Panel value="curl">{request === null ? null : <Bytes text={request.curl} />}</Tabs.Panel>
          <Group gap={8}>
            {request === null ? null : (
              <Button variant="default" onClick={toggle}>
                {revealed ? 'Hide' : 'Reveal for 20 s'}
              </Button>
            )}
            <SavedCurl />
          </Group>
          {request === null || request.findings.length === 0 ? null : <Findings findings={request.findings} />}
        </Stack>
      </Tabs>
    </section>
  )
}

function Head() {
  const { isShown, toggle } = usePreviewBeside()
  const Icon = isShown ? IconLayoutSidebarRightCollapse : IconLayoutSidebarRightExpand
  const label = isShown ? 'Show the exchange instead' : 'Show beside the form'
  return (
    <div className="preview-head">
      <h2 className="region-title">Preview</h2>
      <span className="tag">Not sent</span>
      {toggle === null ? null : (
        <Tooltip label={label}>
          <ActionIcon variant="subtle" ms="auto" me={-6} aria-label={label} onClick={toggle}>
            <Icon size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  )
}

function status({ invalid, updating, outcome }: FormPreview): string {
  const request = outcome?.kind === 'request'
  if (invalid.length > 0 && request) return 'Outdated: shows the last valid values.'
  if (updating) return 'Updating…'
  return request ? 'The request these settings would send.' : 'Fix the problems above to see the request.'
}
