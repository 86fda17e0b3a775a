/** The head of a table whose rows are a virtual list. */
export function HeadRow({ columns, className }: { columns: readonly string[]; className: string }) {
  return (
    <div role="rowgroup" className={className}>
      <div role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span role="columnheader" key={column}>
            {column}
          </span>
        ))}
      </div>
    </div>
  )
}
