import { type RefObject, useRef } from 'react'
import { oneOf } from '../../../electron/common/one-of.ts'
import { auditSubjects, auditSubjectTitles } from '../../../electron/wording/audit-subjects.ts'
import { EnvironmentFilter } from '../../filters/EnvironmentFilter.tsx'
import { FilterMenu } from '../../filters/FilterMenu.tsx'
import { SearchBox } from '../../filters/SearchBox.tsx'
import { TimeFilter } from '../../filters/TimeFilter.tsx'
import { toggledValue } from '../../filters/toggled-value.ts'
import { useSlash } from '../../filters/use-slash.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { useHistoryFacts } from '../../queries/history.ts'
import { type AuditView, isWhole } from '../../state/audit-view.ts'
import { usePageHotkeys } from '../../ui/use-page-hotkeys.ts'

interface Props {
  view: AuditView
  /** How many entries are found; null while that is not known. */
  found: number | null
  onChange: (part: Partial<AuditView>) => void
  /** Leads on to the table. */
  onEnter: () => void
}

/** Search and filters of the audit trail. */
export function AuditFilters({ view, found, onChange, onEnter }: Props) {
  const box: RefObject<HTMLInputElement | null> = useRef(null)
  const environments = useEnvironments().data ?? []
  const gone = useHistoryFacts().data?.goneEnvironments ?? []
  useSlash(box)
  usePageHotkeys([['mod+F', () => box.current?.focus()]])
  return (
    <div className="search-and-filters">
      <SearchBox
        label="Search audit trail"
        title="Words of what was done, environments and all that is recorded with it."
        box={box}
        text={view.text}
        result={found === null || isWhole(view) ? '' : `${found.toLocaleString('en')} found`}
        onText={(text) => onChange({ text })}
        onEnter={onEnter}
      />
      <div className="filter-menus" role="group" aria-label="Filters">
        <TimeFilter time={view.time} onChange={(time) => onChange({ time })} />
        <EnvironmentFilter
          environments={environments}
          gone={gone}
          chosen={view.environmentIds}
          onChange={(environmentIds) => onChange({ environmentIds })}
        />
        <FilterMenu
          name="What"
          options={auditSubjects.map((value) => ({ value, label: auditSubjectTitles[value] }))}
          chosen={view.subjects}
          onToggle={(value) => {
            const subject = oneOf(auditSubjects, value)
            if (subject !== null) onChange({ subjects: toggledValue(view.subjects, subject) })
          }}
          onClear={() => onChange({ subjects: [] })}
        />
      </div>
    </div>
  )
}
