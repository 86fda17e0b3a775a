/** Work that several callers wait for. It is aborted when the last of them gives up. */
export interface SingleFlight<Result> {
  /** Resolves with the result, or with null at once when `signal` aborts while others still wait. */
  join: (signal: AbortSignal) => Promise<Result | null>
}

/** Starts the work; `done` is called when there is nothing more to join: it has ended, or was aborted. */
export function singleFlight<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  done: () => void,
): SingleFlight<Result> {
  const controller = new AbortController()
  const result = work(controller.signal).finally(done)
  let waiting = 0
  return {
    join: (signal) => {
      waiting += 1
      return new Promise<Result | null>((resolve, reject) => {
        const giveUp = () => {
          waiting -= 1
          if (waiting > 0) return resolve(null)
          done()
          controller.abort()
        }
        signal.addEventListener('abort', giveUp, { once: true })
        result.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
        if (signal.aborted) giveUp()
      })
    },
  }
}
