import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { DiscoveryOutcome } from '../../../../electron/contract/outcome.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { count } from '../../../ui/count.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { useFormScope } from '../form-scope.ts'
import { UndoFill } from '../UndoFill.tsx'
import { CloseDiscovery } from './CloseDiscovery.tsx'
import { foundText } from './discovery-text.ts'
import { MetadataDetails } from './MetadataDetails.tsx'
import { useDiscovery } from './use-discovery.ts'

/** What a discovery changed, with the way back; what is published beside what is configured, when it is asked for. */
export function DiscoveryFound({ found }: { found: Extract<DiscoveryOutcome, { kind: 'found' }> }) {
  const { managed } = useFormScope()
  const { rows, filled, use, undo } = useDiscovery()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const empty = rows.filter(({ comparison }) => comparison === 'new')
  const different = rows.filter(({ comparison }) => comparison === 'different').length
  const { tone, title, reason } = foundText(found, { filled: filled.length, empty: empty.length, different })
  return (
    <>
      <Banner
        tone={tone}
        title={title}
        reason={visible(reason)}
        acts={
          <>
            {filled.length > 0 || empty.length === 0 || managed ? null : (
              <Button variant="default" onClick={() => use(empty)}>
                Fill {count(empty.length, 'field')}
              </Button>
            )}
            <Button
              variant="subtle"
              color="gray"
              aria-expanded={isOpen}
              aria-controls={id}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? 'Hide changes' : filled.length > 0 ? 'Show changes' : 'Show metadata'}
            </Button>
            {filled.length === 0 ? null : <UndoFill onUndo={undo} />}
            <CloseDiscovery />
          </>
        }
      />
      <div id={id} hidden={!isOpen} className="discovery-details">
        {isOpen ? <MetadataDetails found={found} rows={rows} filled={filled} use={managed ? null : use} /> : null}
      </div>
    </>
  )
}
