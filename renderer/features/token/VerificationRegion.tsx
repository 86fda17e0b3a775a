import { Text } from '@mantine/core'
import { checkSentence, checkTitles, verdictSentence } from '../../../electron/contract/check-sentences.ts'
import type { Check } from '../../../electron/contract/token.ts'
import type { Action } from '../../queries/action.ts'
import { visible } from '../../ui/format.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { type Look, StateIcon } from '../../ui/StateIcon.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

const looks: Readonly<Record<Check['result'], readonly [Look, string]>> = {
  passed: ['good', 'Passed'],
  failed: ['bad', 'Failed'],
  noted: ['warn', 'Note'],
  not_possible: ['info', 'Not possible'],
}

export function VerificationRegion({ verify }: { verify: Action<'verifyToken'> }) {
  const { outcome, pendingSince, error } = verify
  const title = outcome === null ? 'Verification' : `Verification: ${verdictSentence(outcome)}`
  return (
    <Region name="Verification" title={title}>
      {error === null ? null : <CallFailed error={error} />}
      {pendingSince === null ? null : <Waiting since={pendingSince} what="Fetching keys" onCancel={verify.cancel} />}
      {outcome === null ? (
        <Text size="sm" c="dimmed">
          Reading claims is not trusting them. “Verify” fetches the keys of the authorization server and checks
          signature, issuer, audience and times.
        </Text>
      ) : (
        <div className="panel">
          <table className="facts">
            <colgroup>
              <col style={{ width: 34 }} />
              <col style={{ width: 110 }} />
              <col />
            </colgroup>
            <tbody>
              {outcome.checks.map((check) => {
                const [look, word] = looks[check.result]
                return (
                  <tr key={check.name}>
                    <td>
                      <StateIcon look={look} word={word} />
                    </td>
                    <th scope="row">
                      <b>{checkTitles[check.name]}</b>
                    </th>
                    <td>{visible(checkSentence(check))}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Region>
  )
}
