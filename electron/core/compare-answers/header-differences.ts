import type { HeaderDifference } from '../../contract/answer-comparison.ts'
import type { Headers } from '../../contract/exchange.ts'

/** Fields that every answer has its own of: times, and the names that servers give to a request. */
const ofEach =
  /^(?:date|age|expires|last-modified|set-cookie|x-amz-cf-id|x-amzn-trace-id|cf-ray|traceparent|tracestate|server-timing|x-runtime|x-response-time)$|(?:request|correlation|trace|transaction|span|invocation)-?id$|^x-(?:ratelimit|rate-limit)-/i

/** By name, in any case and order; of fields of one name the values together. */
export function headerDifferences(left: Headers, right: Headers): HeaderDifference[] {
  const [one, other] = [byName(left), byName(right)]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
    const values = { left: one.get(key)?.value ?? null, right: other.get(key)?.value ?? null }
    const name = one.get(key)?.name ?? other.get(key)?.name ?? key
    return values.left === values.right ? [] : [{ name, isOfEach: ofEach.test(key), ...values }]
  })
}

function byName(headers: Headers): Map<string, { name: string; value: string }> {
  const found = new Map<string, { name: string; value: string }>()
  for (const [name, value] of headers) {
    const before = found.get(name.toLowerCase())
    found.set(name.toLowerCase(), { name, value: before === undefined ? value : `${before.value}, ${value}` })
  }
  return found
}
