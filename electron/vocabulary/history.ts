/** How exchanges end, for filters: by class of status, or without an answer. */
export const statusClasses = ['2xx', '3xx', '4xx', '5xx', 'none'] as const
export type StatusClass = (typeof statusClasses)[number]

/** Who has a request sent, for filters. */
export const senders = ['person', 'watch'] as const
export type Sender = (typeof senders)[number]

export const historyLimits = {
  /** Characters of what is searched for. */
  textMaximum: 500,
  /** Characters of a note. */
  noteMaximum: 20_000,
  /** Rows that are read at once. */
  rowsMaximum: 200,
} as const

export const historyFormats = ['har', 'jsonl'] as const
export type HistoryFormat = (typeof historyFormats)[number]
