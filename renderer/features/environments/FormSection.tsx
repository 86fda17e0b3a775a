import { Text } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormScope } from './form-scope.ts'
import { type SectionName, sectionTitles } from './sections.ts'
import { sectionId } from './use-sections.ts'

interface Props {
  name: SectionName
  /** What it holds, in a few words, for when it is closed. */
  summary: string
  problems: number
  children: ReactNode
}

/** A part of the form that can be closed; its fields stay, so that nothing typed is lost. */
export function FormSection({ name, summary, problems, children }: Props) {
  const { sections } = useFormScope()
  const open = sections.isOpen(name)
  const title = sectionTitles[name]
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <section className="form-section" id={sectionId(name)} aria-label={title}>
      <h2 className="form-section-head">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${sectionId(name)}-fields`}
          onClick={() => sections.toggle(name)}
        >
          <Chevron size={14} aria-hidden />
          <span>{title}</span>
          {open ? null : (
            <Text span size="xs" c="dimmed" fw={400} className="ellipsis">
              {summary}
            </Text>
          )}
          {problems === 0 ? null : (
            <Text span size="xs" c="var(--warn)" fw={600} className="form-section-mark">
              <IconAlertTriangle size={13} aria-hidden /> {problems === 1 ? '1 problem' : `${problems} problems`}
            </Text>
          )}
        </button>
      </h2>
      <div id={`${sectionId(name)}-fields`} hidden={!open}>
        {children}
      </div>
    </section>
  )
}
