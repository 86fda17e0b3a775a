import { Button, Group, Title } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { hrefOf } from '../../route.ts'
import { soughtWords } from './found-parts.ts'
import { HistoryPanel } from './HistoryPanel.tsx'
import { usePlace } from './use-place.ts'
import './history.css'

/** All exchanges of all environments, as they are recorded: searched, looked at, taken elsewhere. */
export function HistoryPage() {
  const { id, place, go } = usePlace()
  return (
    <div className="page history">
      <header className="page-header">
        <Title order={1}>History</Title>
        <Group gap={12} ml="auto" wrap="nowrap">
          <Button
            component="a"
            href={hrefOf({ kind: 'audit' })}
            variant="default"
            leftSection={<IconFingerprint size={16} stroke={1.6} aria-hidden />}
          >
            Audit trail
          </Button>
        </Group>
      </header>
      <div className="page-body">
        <div className="history-list" />
        {id === null ? null : (
          <HistoryPanel
            id={id}
            against={place.against}
            words={soughtWords(place.text)}
            onClose={() => go({ id: null, against: '' })}
          />
        )}
      </div>
    </div>
  )
}
