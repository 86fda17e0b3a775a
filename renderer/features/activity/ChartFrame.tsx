import { ActionIcon, Box, VisuallyHidden } from '@mantine/core'
import { IconChartHistogram, IconTable } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'

interface Props {
  title: string
  /** Of the numbers. */
  unit?: string
  /** At the right of the title: what the chart says in words. */
  note: ReactNode
  /** For those who read it with their eyes. */
  chart: ReactNode
  /** The same as a table. */
  table: ReactNode
  className: string
}

/** A chart with the table beside it: each is shown in the place of the other, and a screen reader always has the table. */
export function ChartFrame({ title, unit = '', note, chart, table, className }: Props) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  const words = isTable ? 'Show as a chart' : 'Show as a table'
  return (
    <section className={`activity-part ${className}`} aria-labelledby={id}>
      <div className="activity-head">
        <h2 id={id}>
          {title} {unit === '' ? null : <span className="activity-unit">{unit}</span>}
        </h2>
        <div className="activity-note">{note}</div>
        <ActionIcon
          variant="subtle"
          size={24}
          mr={-6}
          aria-label={`${words}: ${title}`}
          title={words}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? (
            <IconChartHistogram size={16} stroke={1.6} aria-hidden />
          ) : (
            <IconTable size={16} stroke={1.6} aria-hidden />
          )}
        </ActionIcon>
      </div>
      {isTable ? (
        // It scrolls, so the keyboard has to reach it.
        <Box className="activity-table" tabIndex={0} role="group" aria-labelledby={id}>
          {table}
        </Box>
      ) : (
        <>
          {chart}
          <VisuallyHidden>{table}</VisuallyHidden>
        </>
      )}
    </section>
  )
}
