import { Button, Group, Stack, Text } from '@mantine/core'
import { inWords } from '../problems.ts'
import { assertNever } from '../../../../electron/common/assert-never.ts'
import type { KeysOutcome, PublishedKey } from '../../../../electron/contract/outcome.ts'
import type { Action } from '../../../queries/action.ts'
import { CopyText } from '../../../ui/CopyText.tsx'
import { Failure } from '../../../diagnosis/Failure.tsx'
import { knownOfAnswer, knownOfFailure } from '../../../diagnosis/known.ts'
import { Findings } from '../../../ui/Findings.tsx'
import { visible } from '../../../../electron/common/visible.ts'
import { CallFailed, Unreachable } from '../../../ui/Problem.tsx'
import { Waiting } from '../../../ui/Waiting.tsx'
import { OpenExchange } from '../connection/OpenExchange.tsx'
import { InForm } from './InForm.tsx'
import { ProblemList } from '../ProblemList.tsx'

/** The keys with which the server signs, as it publishes them now. */
export function KeysPanel({ keys, onAgain }: { keys: Action<'listKeys'>; onAgain: () => void }) {
  const { outcome, error, pendingSince, cancel, forget } = keys
  if (pendingSince !== null)
    return <Waiting since={pendingSince} what="Reading keys" progress={keys.progress} onCancel={cancel} />
  if (error !== null) return <CallFailed error={error} />
  if (outcome === null) return null
  return (
    <section aria-label="Published keys">
      <Stack gap={6}>
        <Group justify="space-between">
          <Text size="sm" fw={600}>
            {outcome.kind === 'keys' ? `Published keys: ${outcome.keys.length}` : 'Published keys'}
          </Text>
          <Button variant="subtle" size="compact-xs" onClick={forget}>
            Hide keys
          </Button>
        </Group>
        <InForm>
          <Answer outcome={outcome} again={onAgain} />
        </InForm>
      </Stack>
    </section>
  )
}

function Answer({ outcome, again }: { outcome: KeysOutcome; again: () => void }) {
  const shown = { of: 'No key set', retry: { again, withNewToken: null }, isPrimary: false }
  switch (outcome.kind) {
    case 'keys':
      return (
        <Stack gap={6}>
          {outcome.keys.length === 0 ? null : <KeyTable keys={outcome.keys} />}
          <Findings findings={outcome.findings} />
        </Stack>
      )
    case 'nonconformant':
      return (
        <Stack gap={6}>
          <Failure
            {...shown}
            known={knownOfAnswer(`status ${outcome.status}`, outcome.findings, 'jwks_uri')}
            failed={outcome}
          />
        </Stack>
      )
    case 'unreachable':
      return (
        <Stack gap={8}>
          {outcome.failure.code === 'cancelled' ? (
            <Unreachable failure={outcome.failure} />
          ) : (
            <Failure
              {...shown}
              failed={outcome}
              known={knownOfFailure(outcome.failure, 'jwks_uri')}
              acts={<OpenExchange exchangeId={outcome.exchangeId} />}
            />
          )}
        </Stack>
      )
    case 'not_sent':
      return <ProblemList title="Nothing was sent" problems={outcome.problems.map(inWords)} />
    default:
      return assertNever(outcome)
  }
}

function KeyTable({ keys }: { keys: readonly PublishedKey[] }) {
  return (
    <div className="panel">
      <table className="facts">
        <colgroup>
          <col style={{ width: '26%' }} />
          <col style={{ width: '14%' }} />
          <col style={{ width: '10%' }} />
          <col style={{ width: '8%' }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            {['kid', 'Type', 'alg', 'use', 'Thumbprint (RFC 7638, SHA-256)'].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map(({ kid, kty, size, alg, use, thumbprint }, index) => (
            <tr key={`${kid}-${index}`}>
              <th scope="row">{kid === null ? 'none' : visible(kid)}</th>
              <td>{visible(`${kty} ${size ?? ''}`)}</td>
              <td>{visible(alg ?? '–')}</td>
              <td>{visible(use ?? '–')}</td>
              <td>
                {thumbprint === null ? (
                  'cannot be read'
                ) : (
                  <CopyText text={thumbprint} what={`the thumbprint of ${kid ?? 'this key'}`} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
