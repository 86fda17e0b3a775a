import { TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { oneOf } from '../../../electron/common/one-of.ts'
import { historyLimits } from '../../../electron/vocabulary/history.ts'
import { auditSubjects, auditSubjectTitles } from '../../../electron/wording/audit-subjects.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { type AuditTime, auditTimes, type AuditView } from '../../state/audit-view.ts'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { usePageHotkeys } from '../../ui/use-page-hotkeys.ts'

interface Props {
  view: AuditView
  /** How many entries are found; null where all are shown. */
  found: number | null
  onChange: (next: (view: AuditView) => AuditView) => void
}

const times: Readonly<Record<AuditTime, string>> = {
  all: 'all',
  today: 'today',
  '7': 'last 7 days',
  '30': 'last 30 days',
  '365': 'last 365 days',
  between: 'between two days',
}

/** Search and filters of the audit trail. */
export function AuditFilters({ view, found, onChange }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const environments = useEnvironments().data ?? []
  const set = (part: Partial<AuditView>) => onChange((now) => ({ ...now, ...part }))
  usePageHotkeys([['mod+F', () => box.current?.focus()]])
  return (
    <search className="audit-filters" aria-label="Audit trail">
      <TextInput
        ref={box}
        aria-label="Search the audit trail"
        placeholder="Search the audit trail"
        maxLength={historyLimits.textMaximum}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        rightSectionWidth={160}
        rightSection={
          <span className="audit-found">
            <span role="status">{found === null ? '' : `${found.toLocaleString('en')} found`}</span>
            {view.text === '' ? null : (
              <button
                type="button"
                aria-label="Clear the search"
                onClick={() => {
                  set({ text: '' })
                  box.current?.focus()
                }}
              >
                <IconX size={14} stroke={1.6} aria-hidden />
              </button>
            )}
          </span>
        }
        value={view.text}
        onChange={({ currentTarget }) => set({ text: currentTarget.value })}
        onKeyDown={({ key }) => key === 'Escape' && set({ text: '' })}
      />
      <div className="audit-choices">
        <FilterSelect
          label="Time"
          none="all"
          options={auditTimes.map((value) => ({ value, title: times[value] }))}
          value={view.time}
          onChange={(value) => set({ time: oneOf(auditTimes, value) ?? 'all' })}
        />
        {view.time === 'between' ? (
          <>
            <Day label="From" value={view.fromDay} onChange={(fromDay) => set({ fromDay })} />
            <Day label="To" value={view.toDay} onChange={(toDay) => set({ toDay })} />
          </>
        ) : null}
        <FilterSelect
          label="Environment"
          options={[{ value: '', title: 'all' }, ...environments.map(({ id, name }) => ({ value: id, title: name }))]}
          value={view.environmentId}
          onChange={(environmentId) => set({ environmentId })}
        />
        <FilterSelect
          label="What"
          options={[
            { value: '', title: 'all' },
            ...auditSubjects.map((value) => ({ value, title: auditSubjectTitles[value] })),
          ]}
          value={view.subject}
          onChange={(subject) => set({ subject })}
        />
      </div>
    </search>
  )
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <label className="filter-select" data-chosen={value !== '' || undefined}>
      <span>{label}</span>
      <input type="date" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </label>
  )
}
