const columns = ['Time', 'Environment', 'Request', 'Status', 'Took', 'Finding']

/** The names of the columns, which stay in sight. */
export function TableHead() {
  return (
    <div role="rowgroup" className="history-head">
      <div role="row" aria-rowindex={1}>
        {columns.map((name) => (
          <span key={name} role="columnheader" data-column={name}>
            {name}
          </span>
        ))}
      </div>
    </div>
  )
}
