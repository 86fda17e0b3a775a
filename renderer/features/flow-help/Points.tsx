import { IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react'

interface Props {
  title: string
  points: readonly string[]
  tone: 'ok' | 'warn'
}

/** What speaks for the flow, or against it. */
export function Points({ title, points, tone }: Props) {
  const Icon = tone === 'ok' ? IconCircleCheckFilled : IconCircleXFilled
  return (
    <section>
      <h3>{title}</h3>
      <ul className="flow-help-points">
        {points.map((point) => (
          <li key={point}>
            <Icon size={14} color={`var(--${tone})`} aria-hidden />
            {point}
          </li>
        ))}
      </ul>
    </section>
  )
}
