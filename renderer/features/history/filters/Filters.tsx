import { IconPin } from '@tabler/icons-react'
import { oneOf } from '../../../../electron/common/one-of.ts'
import type { HistoryFacts } from '../../../../electron/contract/history.ts'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { senders, statusClasses } from '../../../../electron/vocabulary/history.ts'
import { findingText, isFindingCode } from '../../../../electron/wording/findings.ts'
import { purposeNames, senderNames, statusNames } from '../../../../electron/wording/history-filter.ts'
import type { HistoryPlace } from '../history-place.ts'
import { purposes } from '../purposes.ts'
import { EnvironmentFilter } from '../../../filters/EnvironmentFilter.tsx'
import { FilterMenu } from '../../../filters/FilterMenu.tsx'
import { TimeFilter } from '../../../filters/TimeFilter.tsx'
import { toggledValue } from '../../../filters/toggled-value.ts'
import './pinned.css'

interface Props {
  place: HistoryPlace
  facts: HistoryFacts | undefined
  environments: readonly EnvironmentSummary[]
  onChange: (change: Partial<HistoryPlace>) => void
}

/** What is looked at of all that is recorded. */
export function Filters({ place, facts, environments, onChange }: Props) {
  const pinned = facts?.pinned ?? 0
  const ofWatch = facts?.ofWatch ?? 0
  return (
    <div className="filter-menus" role="group" aria-label="Filters">
      <TimeFilter time={place.time} onChange={(time) => onChange({ time })} />
      <EnvironmentFilter
        environments={environments}
        gone={facts?.goneEnvironments ?? []}
        chosen={place.environmentIds}
        onChange={(environmentIds) => onChange({ environmentIds })}
      />
      <FilterMenu
        name="Kind"
        options={purposes.map((purpose) => ({ value: purpose, label: purposeNames[purpose] }))}
        chosen={place.purposes}
        onToggle={(value) => {
          const purpose = oneOf(purposes, value)
          if (purpose !== null) onChange({ purposes: toggledValue(place.purposes, purpose) })
        }}
        onClear={() => onChange({ purposes: [] })}
      />
      <FilterMenu
        name="Status"
        options={statusClasses.map((status) => ({ value: status, label: statusNames[status] }))}
        chosen={place.statuses}
        onToggle={(value) => {
          const status = oneOf(statusClasses, value)
          if (status !== null) onChange({ statuses: toggledValue(place.statuses, status) })
        }}
        onClear={() => onChange({ statuses: [] })}
      />
      <FilterMenu
        name="Finding"
        isSearched
        options={findingOptions(place, facts)}
        chosen={place.findings}
        onToggle={(code) => {
          if (isFindingCode(code)) onChange({ findings: toggledValue(place.findings, code) })
        }}
        onClear={() => onChange({ findings: [] })}
      />
      <FilterMenu
        name="Host"
        isSearched
        options={(facts?.hosts ?? []).map((host) => ({ value: host, label: host }))}
        chosen={place.host === '' ? [] : [place.host]}
        onToggle={(host) => onChange({ host: host === place.host ? '' : host })}
        onClear={() => onChange({ host: '' })}
      />
      {ofWatch === 0 && place.senders.length === 0 ? null : (
        <FilterMenu
          name="Sent by"
          options={senders.map((sender) => ({ value: sender, label: senderNames[sender] }))}
          chosen={place.senders}
          onToggle={(value) => {
            const sender = oneOf(senders, value)
            if (sender !== null) onChange({ senders: toggledValue(place.senders, sender) })
          }}
          onClear={() => onChange({ senders: [] })}
        />
      )}
      <button
        type="button"
        className="history-pinned"
        aria-pressed={place.isPinned}
        title={place.isPinned ? 'Show all' : 'Show only pinned exchanges'}
        onClick={() => onChange({ isPinned: !place.isPinned })}
      >
        <IconPin size={14} stroke={1.6} aria-hidden /> {pinned.toLocaleString('en')} pinned
      </button>
    </div>
  )
}

/** Findings that there are, and those that are looked for. */
function findingOptions({ findings }: HistoryPlace, facts: HistoryFacts | undefined) {
  const known = facts?.findings ?? []
  const lacking = findings.filter((code) => !known.some((one) => one.code === code)).map((code) => ({ code, count: 0 }))
  return [...known, ...lacking].map(({ code, count }) => ({
    value: code,
    label: findingText({ code, evidence: {} }).title,
    count,
  }))
}
