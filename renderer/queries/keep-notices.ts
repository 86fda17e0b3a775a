import type { Notice } from '../../electron/contract/events.ts'

type Listen = (callback: (notice: Notice) => void) => () => void

/** Keeps notices until the first listener is there, which gets all of them in their order. */
export function keepNotices(listen: Listen): Listen {
  const kept: Notice[] = []
  const end = listen((notice) => kept.push(notice))
  return (callback) => {
    end()
    const endListening = listen(callback)
    for (const notice of kept.splice(0)) callback(notice)
    return endListening
  }
}
