import { Stack, Text } from '@mantine/core'
import type { Finding } from '../../electron/contract/finding.ts'
import { Findings } from '../ui/Findings.tsx'

/** Why the server may call the token inactive, the likeliest cause first, and what else was noticed. */
export function InactiveCauses({ findings }: { findings: readonly Finding[] }) {
  const causes = findings.filter(isCause)
  const others = findings.filter((finding) => !isCause(finding))
  return (
    <Stack gap={8}>
      {causes.length < 2 ? null : (
        <Text size="sm" c="dimmed">
          The answer does not say why. These are the likely causes, the likeliest first:
        </Text>
      )}
      <Findings findings={causes} numbered={causes.length > 1} />
      {others.length === 0 ? null : <Findings findings={others} />}
    </Stack>
  )
}

const isCause = ({ code }: Finding) => code.startsWith('inactive_')
