import { Stack, Text, Title } from '@mantine/core'
import { profileSentence } from '../../electron/wording/profile.ts'
import type { Verification } from '../../electron/contract/verification.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { CheckTable } from './CheckTable.tsx'

/** The profile for JWT access tokens beside the verdict: a token can be genuine and not follow it. @see RFC 9068 */
export function ProfileChecks({ verification }: { verification: Verification }) {
  const { profile: checks } = verification
  if (checks.length === 0) return null
  const met = checks.filter(({ result }) => result === 'passed').length
  return (
    <Stack gap={2} className="panel" role="group" aria-label="RFC 9068 profile">
      <Title order={3} size="sm">
        Profile for JWT access tokens (RFC 9068): {met} of {checks.length} met
      </Title>
      <Text size="sm" c="dimmed">
        {profileSentence(verification)}
      </Text>
      <Disclosure title="One by one" open={false}>
        <CheckTable
          label="Profile checks"
          checks={verification.profile.map((check) => ({ ...check, title: check.name }))}
        />
      </Disclosure>
    </Stack>
  )
}
