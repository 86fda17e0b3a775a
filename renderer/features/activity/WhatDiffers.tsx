import { visible } from '../../../electron/common/visible.ts'
import type { Activity, ActivityStep } from '../../../electron/contract/activity.ts'
import { spanText } from './calendar-text.ts'
import { differencesOf, stepBefore } from './step-differences.ts'

/** What the tokens of a step differ in from those of the one before. */
export function WhatDiffers({ activity, step }: { activity: Activity; step: ActivityStep }) {
  const before = stepBefore(activity.steps, step)
  if (before === null || step.tokenRequests === 0) return null
  return (
    <section aria-label="What differs" className="step-differs">
      <h3>What differs</h3>
      <p className="step-hint">From {spanText(before)}</p>
      <table>
        <tbody>
          {differencesOf(before, step, activity.drift).map(({ name, before: was, after }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {was === null ? (
                <td colSpan={2}>same</td>
              ) : (
                <>
                  <td className="mono ellipsis" title={visible(was)}>
                    <del>{visible(was)}</del>
                  </td>
                  <td className="mono ellipsis" title={visible(after)}>
                    {visible(after)}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
