/** Those of these names that there is something by, for optional evidence. */
export function picked<Name extends string>(
  from: Readonly<Record<string, string | null | undefined>>,
  ...names: readonly Name[]
): { [One in Name]?: string } {
  const found: { [One in Name]?: string } = {}
  for (const name of names) {
    const value = from[name]
    if (value) found[name] = value
  }
  return found
}
