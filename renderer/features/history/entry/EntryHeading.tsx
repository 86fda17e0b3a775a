import { Title } from '@mantine/core'
import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { pathOf } from '../../../../electron/common/path-of.ts'
import { visible } from '../../../../electron/common/visible.ts'
import type { HistoryEntry } from '../../../../electron/contract/history.ts'
import { sentOf } from '../../../../electron/wording/sent.ts'
import { DeleteEntry } from './DeleteEntry.tsx'
import { type EntryVerdict, verdictOf } from './verdict-of.ts'

const looks = {
  good: { icon: IconCircleCheckFilled, tone: 'good', word: 'Good' },
  noted: { icon: IconAlertTriangleFilled, tone: 'warn', word: 'With something to know' },
  failed: { icon: IconCircleXFilled, tone: 'bad', word: 'Failed' },
  cancelled: { icon: IconCircleDashed, tone: 'none', word: 'Cancelled' },
} as const satisfies Record<EntryVerdict, object>

/** How an exchange ended, and of what request it is. */
export function EntryHeading({ entry, toggle }: { entry: HistoryEntry; toggle: ReactNode }) {
  const { request, response } = entry.exchange
  const verdict = verdictOf(entry)
  const { icon: Icon, tone, word } = looks[verdict]
  const end = verdict === 'cancelled' ? 'cancelled' : sentOf(entry.exchange) === 'no' ? 'not sent' : 'failed'
  return (
    <div className="drawer-head">
      <span className="token-status" data-tone={tone} data-brief title={word}>
        <Icon size={14} role="img" aria-label={word} />
        {response?.status ?? end}
      </span>
      <Title order={2} className="mono ellipsis" title={visible(`${request.method} ${request.url}`)}>
        {visible(`${request.method} ${pathOf(request.url)}`)}
      </Title>
      <DeleteEntry entry={entry} />
      {toggle}
    </div>
  )
}
