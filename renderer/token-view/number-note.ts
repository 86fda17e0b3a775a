const number = /^(?<sign>-?)(?<whole>\d+)(?<fraction>\.\d+)?(?<exponent>[eE][+-]?\d+)?$/

/** What is worth knowing of a number's spelling: most programs would read it as another one, or print it otherwise. */
export function numberNote(source: string): string | null {
  const parts = number.exec(source)?.groups
  if (parts === undefined) return null
  const { sign = '', whole = '', fraction = '', exponent = '' } = parts
  const value = Number(source)
  if (!Number.isFinite(value)) return 'larger than most programs can hold'
  if (value === 0 && sign === '-') return 'minus zero, as sent'
  if (exponent !== '') return 'with an exponent, as sent'
  const digits = whole.length + Math.max(0, fraction.length - 1)
  if (fraction === '') return Number.isSafeInteger(value) ? null : `${digits} digits, kept exactly`
  return digits > 15 ? `${digits} digits, kept exactly` : null
}
