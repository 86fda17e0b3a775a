/** Where the table will be. It is seen only where it takes its time. */
export function HistorySkeleton() {
  return (
    <div className="history-skeleton" role="status" aria-label="Searching the history">
      {Array.from({ length: 12 }, (_item, at) => (
        <span key={at} className="history-ahead" />
      ))}
    </div>
  )
}
