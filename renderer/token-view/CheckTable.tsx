import { checkSentence } from '../../electron/wording/checks/sentences.ts'
import type { Check } from '../../electron/contract/verification.ts'
import { visible } from '../../electron/common/visible.ts'
import { StateIcon, type Tone } from '../ui/StateIcon.tsx'
import './checks.css'

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
    <table className="facts checks" aria-label={label}>
      <colgroup>
        <col style={{ width: 30 }} />
        <col style={{ width: 128 }} />
        <col />
      </colgroup>
      <tbody>
        {checks.map((check) => {
          const [tone, word] = tones[check.result]
          return (
            <tr key={check.name}>
              <td>
                <StateIcon tone={tone} word={word} />
              </td>
              <th scope="row">{check.title}</th>
              <td>{visible(checkSentence(check))}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
