import { Button, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useFormScope } from './form-scope.ts'
import { sectionNames, type SectionName, sectionTitles } from './sections.ts'

interface Props {
  counts: ReadonlyMap<SectionName, number>
  saving: boolean
  onSave: () => void
  onDiscard: () => void
}

/** Always in view: the way to each section, and what to do with what was typed. */
export function FormBar({ counts, saving, onSave, onDiscard }: Props) {
  const { sections, dirty } = useFormScope()
  return (
    <div className="form-bar">
      <nav aria-label="Sections">
        {sectionNames.map((name) => {
          const count = counts.get(name) ?? 0
          return (
            <button
              type="button"
              key={name}
              onClick={() => sections.show(name)}
              {...(count > 0 && {
                'aria-label': `${sectionTitles[name]}, ${count === 1 ? '1 problem' : `${count} problems`}`,
              })}
            >
              {name === 'preview' ? 'Preview' : sectionTitles[name]}
              {count > 0 ? <IconAlertTriangle size={12} color="var(--warn)" aria-hidden /> : null}
            </button>
          )
        })}
      </nav>
      <Text size="xs" c="dimmed" role="status" className="ellipsis" title="Requests use what is saved.">
        {dirty ? 'Unsaved changes.' : ''}
      </Text>
      <Button variant="default" disabled={!dirty} onClick={onDiscard}>
        Discard changes
      </Button>
      <Button loading={saving} onClick={onSave}>
        Save
      </Button>
    </div>
  )
}
