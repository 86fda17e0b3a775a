import { Text } from '@mantine/core'
import type { OpenedToken } from '../../electron/contract/opened-token.ts'
import { DecodedView } from './DecodedView.tsx'
import { MembersRegion } from './MembersRegion.tsx'

interface Props {
  opened: Extract<OpenedToken, { kind: 'opened' }>
  clockOffset: number | null
}

/** What was inside of a JWE: a token in its turn, or claims that nobody signed. */
export function OpenedView({ opened: { inner, claims }, clockOffset }: Props) {
  if (claims === null) return <DecodedView decoded={inner} clockOffset={clockOffset} />
  return (
    <>
      <Text size="sm" role="note">
        These claims are encrypted and not signed. Anyone who has the public key of the API can make such a token, so
        nothing shows who did.
      </Text>
      <MembersRegion name="Claims" object={claims} place="claims" />
    </>
  )
}
