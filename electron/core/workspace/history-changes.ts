/** Hears of what is new or other in the history that is kept, and of what is gone from it, by the ids of exchanges. */
export interface HistoryListener {
  changed: (ids: readonly string[]) => void
  gone: (ids: readonly string[]) => void
}

export interface HistoryChanges extends HistoryListener {
  /** Who hears of it from now on; one at a time. */
  listen: (listener: HistoryListener) => void
}

export function historyChanges(): HistoryChanges {
  let heard: HistoryListener | null = null
  return {
    changed: (ids) => heard?.changed(ids),
    gone: (ids) => heard?.gone(ids),
    listen: (listener) => {
      heard = listener
    },
  }
}
