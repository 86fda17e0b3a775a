const filling = '⟦filling⟧'

/**
 * Texts with a place that shows an empty value. They are written once as they are, and once for each value that the
 * evidence lacks with a filling in that place: where taking the filling out again gives the same text, nothing was
 * written instead.
 */
export function emptyPlacesOf(
  evidence: Readonly<Record<string, string>>,
  write: (evidence: Record<string, string>) => readonly string[],
): string[] {
  const known = new Map(Object.entries(evidence).filter(([, value]) => value.trim() !== ''))
  const asked = new Set<string>()
  const writing = (filled: string | null) =>
    write(
      new Proxy<Record<string, string>>(Object.fromEntries(known), {
        get: (_, name) => {
          asked.add(String(name))
          return name === filled ? filling : (known.get(String(name)) ?? '')
        },
      }),
    )
  const asIs = writing(null)
  const lacking = [...asked].filter((name) => !known.has(name))
  return lacking.flatMap((name) => {
    const withFilling = writing(name)
    return asIs.filter((text, index) => {
      const other = withFilling[index] ?? ''
      const without = other.replaceAll(filling, '').replaceAll('NaN days', 'less than a second')
      return without !== other && without === text
    })
  })
}
