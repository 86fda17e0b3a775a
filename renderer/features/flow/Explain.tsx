import type { ReactNode } from 'react'
import type { Explanation } from '../../../electron/picture/picture.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { StateIcon, type Tone } from '../../ui/StateIcon.tsx'
import { StateMark } from './StateMark.tsx'

interface Props {
  explanation: Explanation
  /** What can be done with the step. */
  acts: ReactNode
}

const tones: Readonly<Record<Explanation['practices'][number]['state'], { tone: Tone; word: string }>> = {
  good: { tone: 'good', word: 'Good' },
  advice: { tone: 'warn', word: 'To improve' },
  note: { tone: 'info', word: 'Note' },
}

/** What a step is for, what is sent, what can go wrong and what is good practice. */
export function Explain({ explanation: { purpose, curl, sentBy, canGoWrong, practices }, acts }: Props) {
  const sent = sentBy === 'app' ? 'What is sent' : 'What an API would send'
  return (
    <div className="flow-explain">
      <p className="dimmed">{purpose}</p>
      {acts}
      {curl === '' ? null : (
        <section aria-label={sent}>
          <h3>{sent}</h3>
          <Bytes text={curl} />
        </section>
      )}
      {canGoWrong.length === 0 ? null : (
        <section aria-label="What can go wrong">
          <h3>What can go wrong</h3>
          <ul>
            {canGoWrong.map(({ code, text }) => (
              <li key={`${code} ${text}`}>
                <StateMark state="will" />
                <span className="anywhere">
                  {code === '' ? null : <code>{code}</code>}
                  {code === '' ? text : ` · ${text}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {practices.length === 0 ? null : (
        <section aria-label="Good practice here">
          <h3>Good practice here</h3>
          <ul>
            {practices.map(({ state, text }) => (
              <li key={text}>
                <StateIcon {...tones[state]} />
                <span className="anywhere">{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
