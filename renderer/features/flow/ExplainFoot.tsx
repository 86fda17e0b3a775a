import { Button } from '@mantine/core'
import { IconCheck, IconLink } from '@tabler/icons-react'
import type { Explanation } from '../../../electron/picture/picture.ts'
import { copyText } from '../../ui/copy-text.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { useCopied } from '../../ui/use-copied.ts'

/** What can be taken along of an explanation. Links are never opened from here. */
export function ExplainFoot({
  explanation: { curl, section },
}: {
  explanation: Pick<Explanation, 'curl' | 'section'>
}) {
  const [copied, setCopied] = useCopied()
  return (
    <div className="drawer-foot">
      {curl === '' ? null : (
        <CopyButton title="Secrets are names of variables in it." onCopy={async () => copyText(curl)}>
          Copy as curl
        </CopyButton>
      )}
      <Button
        variant="default"
        className="flow-section"
        title={`Copies ${section.url}`}
        aria-label={`Copy the link to ${section.name}`}
        leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconLink size={14} aria-hidden />}
        onClick={() => setCopied(copyText(section.url))}
      >
        {section.name}
      </Button>
    </div>
  )
}
