import { memo } from 'react'
import type { RepeatSample } from '../../../../electron/contract/repetition.ts'
import type { TokenUse } from '../../../../electron/contract/outcome.ts'
import { intend } from '../../../state/intents.ts'
import { clockTime } from '../../../ui/format.ts'
import { sampleState, sampleWord } from './sample-state.ts'

const tokenWords: Readonly<Record<TokenUse, string>> = {
  reused: 'current',
  new: 'new',
  renewed: 'new after 401',
  pasted: 'pasted',
  none: 'none',
}

interface Props {
  environmentId: string
  samples: readonly RepeatSample[]
}

/** The calls of a repetition, one a line. */
export function RepetitionTable({ environmentId, samples }: Props) {
  return (
    <div className="repeat-table">
      <table aria-label="Repeated calls">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">Sent at</th>
            <th scope="col">Answer</th>
            <th scope="col">ms</th>
            <th scope="col">Token</th>
          </tr>
        </thead>
        <tbody>
          {samples.map((sample) => (
            <Line key={sample.index} environmentId={environmentId} sample={sample} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Line = memo(function Line({ environmentId, sample }: { environmentId: string; sample: RepeatSample }) {
  return (
    <tr>
      <td>
        <button
          type="button"
          className="link-button"
          aria-label={`Show call ${sample.index + 1}`}
          onClick={() => intend(environmentId, 'show_exchange', [sample.exchangeId])}
        >
          {sample.index + 1}
        </button>
      </td>
      <td>{clockTime(sample.at)}</td>
      <td data-tone={sampleState(sample)}>{sampleWord(sample)}</td>
      <td>{Math.round(sample.totalMs)}</td>
      <td>{tokenWords[sample.tokenUse]}</td>
    </tr>
  )
})
