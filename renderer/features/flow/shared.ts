import { replaceEqualDeep } from '@tanstack/react-query'

interface Made<Value> {
  of: readonly unknown[]
  value: Value
}

/** What is made of the same things is made once; what of it is as it was before keeps its identity, and is not drawn again. */
export function createShared<Value>(): (key: string, of: readonly unknown[], make: () => Value) => Value {
  const last = new Map<string, Made<Value>>()
  return (key, of, make) => {
    const made = last.get(key)
    if (made !== undefined && of.every((thing, index) => Object.is(thing, made.of[index]))) return made.value
    const value = replaceEqualDeep(made?.value, make())
    last.set(key, { of, value })
    return value
  }
}
