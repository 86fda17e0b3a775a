/** @typedef {{ name: string, tests: number, reason: string }} Skipped tests of one group that were skipped for one reason */

const unknown = 'The test does not say why.'

/**
 * Of Vitest's JSON report. The reason is in the name of the test, or of a group that it is in.
 *
 * @param {{ testResults: { assertionResults: { status: string, ancestorTitles: string[], title: string }[] }[] }} report
 * @returns {Skipped[]}
 */
export function skippedByVitest({ testResults }) {
  const skipped = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed'),
  )
  return grouped(
    skipped.map(({ ancestorTitles, title }) => {
      const titles = [...ancestorTitles, title]
      const withReason = titles.find((one) => one.includes(' [skipped: '))
      const [name = '', reason = ''] = withReason?.split(' [skipped: ') ?? []
      return withReason === undefined
        ? { name: titles.join(' ').trim(), reason: unknown }
        : { name, reason: reason.replace(/\]$/, '') }
    }),
  )
}

/**
 * Of Playwright's JSON report. The reason is the description that `test.skip` was given.
 *
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ title: string, tests: { status: string, annotations: Annotation[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @param {Suite} report
 * @returns {Skipped[]}
 */
export const skippedByPlaywright = (report) =>
  grouped(
    specsOf(report).flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === 'skipped')
        .map(({ annotations }) => ({
          name: title,
          reason: annotations.find(({ type }) => type === 'skip')?.description ?? unknown,
        })),
    ),
  )

/**
 * One line for each reason.
 *
 * @param {readonly Skipped[]} skipped
 */
export const skippedLines = (skipped) =>
  skipped.map(({ name, tests, reason }) => `Skipped, ${tests === 1 ? '1 test' : `${tests} tests`}: ${name}: ${reason}`)

/**
 * @param {Suite} suite
 * @returns {Spec[]}
 */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

/**
 * @param {{ name: string, reason: string }[]} skipped
 * @returns {Skipped[]}
 */
function grouped(skipped) {
  /** @type {Map<string, Skipped>} */
  const groups = new Map()
  for (const one of skipped) {
    const key = `${one.name}\n${one.reason}`
    groups.set(key, { ...one, tests: (groups.get(key)?.tests ?? 0) + 1 })
  }
  return [...groups.values()]
}
