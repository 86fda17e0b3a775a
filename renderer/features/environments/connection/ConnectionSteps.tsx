import type { ConnectionStep } from '../../../../electron/contract/connection-test.ts'
import { factText, stepTitle } from '../../../../electron/wording/connection-test.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { StateIcon, type Tone } from '../../../ui/StateIcon.tsx'

type Shown = Pick<ConnectionStep, 'name' | 'result' | 'ms' | 'fact'>

/** What a test will go through, while it is under way for the first time. */
export const stepsToTry: readonly Shown[] = (['dns', 'tcp', 'tls', 'metadata', 'key_set'] as const).map((name) => ({
  name,
  result: 'not_tried',
  ms: null,
  fact: null,
}))

const marks: Readonly<Record<ConnectionStep['result'], { tone: Tone; word: string }>> = {
  passed: { tone: 'good', word: 'Passed' },
  failed: { tone: 'bad', word: 'Failed' },
  none: { tone: 'idle', word: 'Not needed' },
  not_tried: { tone: 'idle', word: 'Not tried' },
}

const withoutFact: Readonly<Record<ConnectionStep['result'], string>> = {
  passed: '',
  failed: 'failed',
  none: '',
  not_tried: 'not tried',
}

/** In the order of a request: each with its state, its time and one fact. `at`: when it was so, in milliseconds since 1970. */
export function ConnectionSteps({ steps, at }: { steps: readonly Shown[]; at: number }) {
  return (
    <ol className="connection-steps">
      {steps.map(({ name, result, ms, fact }) => {
        const { tone, word } = marks[result]
        const about = fact === null ? withoutFact[result] : visible(factText(fact, at))
        return (
          <li key={name}>
            <StateIcon tone={tone} word={word} />
            <div>
              {stepTitle(name)} {ms === null ? null : <span className="connection-ms">{Math.round(ms)} ms</span>}
              <div className="connection-fact ellipsis" title={about}>
                {about}
              </div>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
