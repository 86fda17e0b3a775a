/** A running time in seconds, in steps of 10 ms: `0.38 s`. */
export const secondsText = (ms: number): string => `${(Math.max(0, ms) / 1000).toFixed(2)} s`

/** A running time of a step, in whole milliseconds in steps of 10 below a second: `210 ms`, `1.25 s`. */
export const runningText = (ms: number): string =>
  ms < 1000 ? `${Math.floor(Math.max(0, ms) / 10) * 10} ms` : secondsText(ms)
