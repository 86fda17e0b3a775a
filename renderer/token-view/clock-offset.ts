import { createContext } from 'react'

/** Milliseconds by which the clock that times around here go by is ahead of this computer's. */
export const ClockOffset = createContext(0)

/** Smaller clock differences are those of a slow answer. */
export const notableOffset = 2000
