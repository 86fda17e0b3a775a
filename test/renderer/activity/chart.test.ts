import { describe, expect, test } from 'vitest'
import { linesUpTo, topOf } from '../../../renderer/features/activity/chart-scale.ts'
import { lineOf } from '../../../renderer/features/activity/latency-lines.ts'
import { marksOf } from '../../../renderer/features/activity/marks.ts'
import { shownStep } from '../../../renderer/features/activity/shown-step.ts'
import { activity, drift, hour, step } from './activity.ts'

describe('the scale', () => {
  test.each([
    [0, 4],
    [3, 4],
    [88, 100],
    [350, 400],
    [400, 400],
    [401, 800],
    [3000, 4000],
    [12_345, 20_000],
  ])('%i ms are below %i', (greatest, top) => expect(topOf(greatest)).toBe(top))

  test('its lines are whole numbers and hold every value', () => {
    for (let greatest = 0; greatest < 5000; greatest += 7) {
      const top = topOf(greatest)
      expect(top).toBeGreaterThanOrEqual(greatest)
      expect(linesUpTo(top).every(Number.isInteger)).toBe(true)
    }
  })
})

describe('a line', () => {
  const steps = [step(0, { median: 0 }), step(1, { median: 100 }), step(2), step(3, { median: 50 })]
  const span = { from: step(0).startsAt, to: step(3).endsAt }
  const { drawn, dots, bridges } = lineOf(steps, ({ median }) => median, span, 100)

  test('runs through neighbours, and a value without any is a dot', () => {
    expect(drawn).toBe('M125 1000L375 0')
    expect(dots).toBe('M875 500h0')
  })
  test('goes lightly over steps without a value', () => expect(bridges).toBe('M375 0L875 500'))
  test('of nothing is nothing', () => {
    expect(lineOf([step(0), step(1)], ({ median }) => median, span, 100)).toEqual({ drawn: '', dots: '', bridges: '' })
  })
})

describe('marks', () => {
  const span = { from: step(0).startsAt, to: step(100).startsAt }
  const at = (index: number): number => step(index).startsAt

  test('what comes together has one mark, which says both', () => {
    const [mark, ...others] = marksOf(
      [drift(at(51), { kind: 'lifetime', before: '86400', after: '3600' }), drift(at(50))],
      span,
    )
    expect(others).toEqual([])
    expect(mark).toMatchObject({ place: 0.5, label: 'New key, shorter lifetime', isExpected: false })
  })

  test('more than two kinds are counted', () => {
    const all = [drift(at(50), { kind: 'algorithm' }), drift(at(50), { kind: 'issuer' }), drift(at(50))]
    expect(marksOf(all, span)[0]?.label).toBe('New key, new issuer and 1 more')
  })

  test('what is expected has no words in the chart', () => {
    expect(marksOf([drift(at(50), { isExpected: true })], span)).toMatchObject([
      { label: '', isExpected: true, title: 'New key' },
    ])
  })

  test('the newest keep their words where there is no room for all', () => {
    expect(marksOf([drift(at(40)), drift(at(60)), drift(at(95))], span).map(({ label }) => label)).toEqual([
      '',
      'New key',
      'New key',
    ])
  })

  test('what is outside the range has none', () => expect(marksOf([drift(at(-1)), drift(at(100))], span)).toEqual([]))
})

describe('the step that is shown', () => {
  const steps = [step(0), step(1, { tokenRequests: 2 }), step(2), step(3, { tokenRequests: 1 }), step(4)]

  test('is the one that a person chose', () => {
    expect(shownStep(activity(steps), steps[2]?.startsAt ?? 0)).toBe(steps[2])
  })
  test('else the one in which something changed', () => {
    const changed = drift(step(1).startsAt + 1)
    expect(shownStep(activity(steps, { drift: [changed] }), null)).toBe(steps[1])
  })
  test('else the last with a token request', () => {
    const expected = drift(step(1).startsAt + 1, { isExpected: true })
    expect(shownStep(activity(steps, { drift: [expected] }), step(0).startsAt - hour)).toBe(steps[3])
  })
  test('none where nothing was requested', () => expect(shownStep(activity([step(0)]), null)).toBeNull())
})
