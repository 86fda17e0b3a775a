/** `1 failure`, `9 failures`; the plural has an `s` unless it is given. */
export const counted = (count: string, one: string, more = `${one}s`): string =>
  `${count} ${count === '1' ? one : more}`
