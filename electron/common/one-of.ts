/** The one of these that a value is, such as that of a `<select>`; null when it is none. */
export const oneOf = <Option extends string>(options: readonly Option[], text: unknown): Option | null =>
  options.find((option) => option === text) ?? null
