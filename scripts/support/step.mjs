/** A failure whose message already says what to do about it; shown without a stack. */
export class Remedy extends Error {}

const seconds = (/** @type {number} */ since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/**
 * Says one step of the set-up in one line: what, how it went, how long it took. What is said with an ellipsis is still going
 * on, and shown at once.
 *
 * @template T
 * @param {string} title
 * @param {(say: (text: string) => void) => T | Promise<T>} work what it says last is what the line reports
 * @param {(result: T) => boolean} [isGood] whether it went well; everything that does not throw did, unless it says otherwise
 * @returns {Promise<T>}
 */
export async function step(title, work, isGood = () => true) {
  const started = performance.now()
  let said = ''
  const say = (/** @type {string} */ text) => {
    said = text
    if (text.endsWith('…')) console.log(`  ${title}: ${text}`)
  }
  try {
    const result = await work(say)
    console.log(`${isGood(result) ? '✓' : '✗'} ${title}${said === '' ? '' : `: ${said}`} (${seconds(started)})`)
    return result
  } catch (error) {
    console.log(`✗ ${title} (${seconds(started)})`)
    throw error
  }
}

/**
 * Runs a whole script and ends the process with its exit code.
 *
 * @param {() => Promise<number>} script
 */
export async function main(script) {
  try {
    process.exitCode = await script()
  } catch (error) {
    console.error(error instanceof Remedy ? error.message : error)
    process.exitCode = 1
  }
}
