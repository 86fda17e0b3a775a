import { mark } from '../../common/mask-token.ts'
import type { Assertion, AssertionResult } from '../../contract/assertion.ts'
import { type Mask, maskHeader } from '../redaction/mask.ts'

/** Characters of `actual` that are shown. */
const mostShown = 200

/** Results as they may leave core: secrets in what was there are masked, by its name as well, and then it is shortened. */
export function maskResults(
  assertions: readonly Assertion[],
  results: readonly AssertionResult[],
  mask: Mask,
): AssertionResult[] {
  return results.map((result, index) => {
    const assertion = assertions[index]
    if (result.state === 'passed' || assertion === undefined) return result
    const { state, reason, actual, pointer, rule } = result
    const masked = actual === null ? null : shortened(maskedValue(assertion, actual, pointer, mask))
    return { state, reason, actual: masked, pointer: pointer === null ? null : mask(pointer), rule: rule && mask(rule) }
  })
}

function maskedValue(assertion: Assertion, actual: string, pointer: string | null, mask: Mask): string {
  if (assertion.kind === 'header') return mask(maskHeader(assertion.name, actual))
  if (assertion.kind === 'status') return actual
  const place = pointer ?? ('pointer' in assertion ? assertion.pointer : '')
  const name = place.slice(place.lastIndexOf('/') + 1)
  // With its name before it, by which a value may be called a secret.
  const before = `{${JSON.stringify(name)}: `
  const masked = mask(`${before}${actual}}`)
  return masked.startsWith(before) && masked.endsWith('}') ? masked.slice(before.length, -1) : mark
}

const shortened = (text: string) => (text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text)
