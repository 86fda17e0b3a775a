/**
 * Whether a value has the members of `example`, no others, and each of the type that it has there. Every element of an
 * array must be like the first one of the example's.
 */
export function hasShapeOf<Example>(example: Example, value: unknown): value is Example {
  return isAlike(example, value)
}

function isAlike(example: unknown, value: unknown): boolean {
  if (Array.isArray(example)) return Array.isArray(value) && value.every((element) => isAlike(example[0], element))
  if (!isObject(example)) return typeof value === typeof example && !isObject(value)
  if (!isObject(value) || Array.isArray(value)) return false
  const names = Object.keys(example)
  return (
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && isAlike(example[name], value[name]))
  )
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
