import { useState } from 'react'

/** State that begins again when the thing that it is about is another one; what shows it is not made new for that. */
export function useStateOf<Value>(thing: unknown, initial: Value): [Value, (value: Value) => void] {
  const [about, setAbout] = useState(thing)
  const [value, setValue] = useState(initial)
  if (about === thing) return [value, setValue]
  setAbout(thing)
  setValue(initial)
  return [initial, setValue]
}
