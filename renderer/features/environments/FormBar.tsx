import { Button, Tabs, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { TestConnectionButton } from './connection/TestConnectionButton.tsx'
import { shortcutText } from '../../ui/shortcut-text.ts'
import { useFormScope } from './form-scope.ts'
import { type SectionName, sectionTitles } from './sections.ts'

interface Props {
  names: readonly SectionName[]
  counts: ReadonlyMap<SectionName, number>
  saving: boolean
  onSave: () => void
  onDiscard: () => void
}

/** Always in view: a tab for each section, and what to do with what was typed. */
export function FormBar({ names, counts, saving, onSave, onDiscard }: Props) {
  const { dirty, environment } = useFormScope()
  return (
    <div className="form-bar">
      <Tabs.List aria-label="Sections">
        {names.map((name) => (
          <SectionTab key={name} name={name} count={counts.get(name) ?? 0} />
        ))}
      </Tabs.List>
      <div className="form-acts">
        <Text size="xs" c="dimmed" role="status" className="ellipsis" title="Requests use what is saved.">
          {dirty ? 'Unsaved changes' : ''}
        </Text>
        <Button
          variant="subtle"
          color="gray"
          className="quiet"
          aria-label="Discard changes"
          disabled={!dirty}
          onClick={onDiscard}
        >
          Discard
        </Button>
        <TestConnectionButton />
        <Button variant={dirty || environment === null ? 'filled' : 'default'} loading={saving} onClick={onSave}>
          Save
          <span className="shortcut" aria-hidden>
            {shortcutText('S')}
          </span>
        </Button>
      </div>
    </div>
  )
}

function SectionTab({ name, count }: { name: SectionName; count: number }) {
  const title = sectionTitles[name]
  if (count === 0) return <Tabs.Tab value={name}>{title}</Tabs.Tab>
  return (
    <Tabs.Tab
      value={name}
      aria-label={`${title}, ${count === 1 ? '1 problem' : `${count} problems`}`}
      rightSection={
        <span className="section-count">
          <IconAlertTriangle size={12} aria-hidden /> {count}
        </span>
      }
    >
      {title}
    </Tabs.Tab>
  )
}
