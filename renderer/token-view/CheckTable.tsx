import { checkSentence } from '../../electron/wording/checks/sentences.ts'
import type { Check } from '../../electron/contract/verification.ts'
import { visible } from '../ui/format.ts'
import { StateIcon, type Tone } from '../ui/StateIcon.tsx'

type Judged = Pick<Check, 'result' | 'reason' | 'evidence'> & { name: string; title: string }

const tones: Readonly<Record<Check['result'], readonly [Tone, string]>> = {
  passed: ['good', 'Passed'],
  failed: ['bad', 'Failed'],
  noted: ['warn', 'Note'],
  not_possible: ['info', 'Not possible'],
}

/** Checks one by one: how each ended, and why. */
export function CheckTable({ checks, label }: { checks: readonly Judged[]; label: string }) {
  return (
    <table className="facts" aria-label={label}>
      <colgroup>
        <col style={{ width: 114 }} />
        <col style={{ width: 100 }} />
        <col />
      </colgroup>
      <tbody>
        {checks.map((check) => {
          const [tone, word] = tones[check.result]
          return (
            <tr key={check.name}>
              <td>
                <span className="check-state">
                  <StateIcon tone={tone} word={word} />
                  <span aria-hidden>{word}</span>
                </span>
              </td>
              <th scope="row">
                <b>{check.title}</b>
              </th>
              <td>{visible(checkSentence(check))}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
