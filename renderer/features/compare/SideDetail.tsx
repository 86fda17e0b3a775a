import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { memberOf, readableClaims, stringOf } from '../../../electron/common/json-source.ts'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { Environment, EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { HeldToken } from '../../../electron/contract/token.ts'
import { decodedSentence } from '../../../electron/wording/decoded.ts'
import type { Side } from './use-side.ts'
import { hrefOf } from '../../route.ts'
import { useEnvironment } from '../../queries/environments.ts'
import { TokenStatus } from '../../ui/TokenStatus.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { clockTime } from '../../ui/format.ts'

interface Props {
  side: Side
  environments: readonly EnvironmentSummary[]
  tokens: readonly HeldToken[]
}

/** What is known of a side, or what is missing and the way to it. */
export function SideDetail(props: Props) {
  return (
    <Text size="xs" c="dimmed" component="div" mih={19} role="status" style={{ overflowWrap: 'anywhere' }}>
      {detailOf(props)}
    </Text>
  )
}

function detailOf({ side: { choice, pasted, error }, environments, tokens }: Props): ReactNode {
  if (choice === null) return 'A token of an environment, what was asked for, or a pasted one.'
  if (choice.kind === 'pasted') {
    if (error !== null) return visible(error.message)
    if (pasted === null) return choice.text.trim() === '' ? 'Nothing is pasted yet.' : 'Reading…'
    if (pasted.found.length === 0) return 'No token was found in this text.'
    const more = pasted.found.length > 1 ? ` The text holds ${pasted.found.length} tokens; this is the first.` : ''
    return (decodedSentence(pasted.decoded) ?? readableSentence(pasted.decoded)) + more
  }
  const environment = environments.find(({ id }) => id === choice.environmentId)
  if (environment === undefined) return 'This environment no longer exists.'
  const token = tokens.find(({ environmentId }) => environmentId === choice.environmentId)
  switch (choice.kind) {
    case 'asked':
      return <Asked id={environment.id} />
    case 'held':
      if (token === undefined) return <Missing id={environment.id}>It holds no token yet.</Missing>
      return (
        <>
          Issued {clockTime(token.lifetime.issuedAt)} · <TokenStatus token={token} />
        </>
      )
    case 'previous':
      if (token?.previousIssuedAt === undefined || token.previousIssuedAt === null) {
        return (
          <Missing id={environment.id}>
            It has held {token === undefined ? 'no token' : 'one token only'} so far.
          </Missing>
        )
      }
      return `Issued ${clockTime(token.previousIssuedAt)}`
  }
}

const readable: Readonly<Partial<Record<DecodedToken['kind'], string>>> = {
  jws: 'Signed JWT',
  sd_jwt: 'SD-JWT',
  signed_content: 'Signed content',
  paseto: 'PASETO',
}

function readableSentence(decoded: DecodedToken): string {
  const claims = readableClaims(decoded)
  const issuer = claims === null ? null : stringOf(memberOf(claims, 'iss')?.source)
  return visible(`${readable[decoded.kind] ?? 'Token'}${issuer === null ? '' : `, iss ${issuer}`}`)
}

function Asked({ id }: { id: string }) {
  const environment = useEnvironment(id).data ?? null
  return environment === null ? null : askedOf(environment)
}

function askedOf({ scope, audience, resource }: Pick<Environment, 'scope' | 'audience' | 'resource'>): string {
  const audiences = [audience, ...resource].filter((one) => one !== '').join(', ')
  return visible(`Scopes: ${scope || 'none'} · audience: ${audiences || 'none'}`)
}

function Missing({ id, children }: { id: string; children: ReactNode }) {
  return (
    <>
      {children} <a href={hrefOf({ kind: 'environment', id, tab: 'token' })}>Request a token</a>
    </>
  )
}
