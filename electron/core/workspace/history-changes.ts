/** Hears of what is new or other in the history that is kept, and of what is gone from it, by the ids of exchanges. */
export interface HistoryListener {
  changed: (ids: readonly string[]) => void
  gone: (ids: readonly string[]) => void
}

export interface HistoryChanges extends HistoryListener {
  /** Has somebody hear of it from now on. */
  listen: (listener: HistoryListener) => void
}

export function historyChanges(): HistoryChanges {
  const listeners: HistoryListener[] = []
  return {
    changed: (ids) => {
      for (const { changed } of listeners) changed(ids)
    },
    gone: (ids) => {
      for (const { gone } of listeners) gone(ids)
    },
    listen: (listener) => void listeners.push(listener),
  }
}
