/**
 * What a JSON number is worth, digit for digit: the same text for `1`, `1.0` and `10e-1`, and another for the next number
 * that a double cannot tell from it. @see RFC 8259 §6
 */
export function exactNumber(source: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source) ?? []
  const digits = `${whole}${fraction}`
  const significant = withoutZeros(digits)
  if (significant === '') return '0'
  const trailing = digits.length - digits.lastIndexOf(significant.at(-1) ?? '') - 1
  // Reading an exponent of 100,000 digits takes long: it is compared as it is written.
  if (exponent.length > 20) return source
  return `${sign}${significant}e${BigInt(exponent) - BigInt(fraction.length) + BigInt(trailing)}`
}

function withoutZeros(digits: string): string {
  let from = 0
  let to = digits.length
  while (from < to && digits[from] === '0') from++
  while (to > from && digits[to - 1] === '0') to--
  return digits.slice(from, to)
}
