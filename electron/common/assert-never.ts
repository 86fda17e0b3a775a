/** Closes a switch over a union: the compiler refuses a member that has no case. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
