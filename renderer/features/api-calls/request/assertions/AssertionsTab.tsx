import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { flushSync } from 'react-dom'
import { mostAssertions } from '../../../../../electron/vocabulary/api-request-rules.ts'
import { useCallScope, useTyped } from '../call-form.ts'
import { focusField } from '../focus-field.ts'
import { AssertionLine } from './AssertionLine.tsx'
import { assertionOfKind } from './assertion-kinds.ts'

/** What should be true of the answer, checked each time that the call is sent. */
export function AssertionsTab() {
  const { form } = useCallScope()
  const count = useTyped(({ assertions }) => assertions.length)
  const add = () => {
    const { assertions } = form.get()
    flushSync(() => form.set({ assertions: [...assertions, assertionOfKind('status', null)] }))
    focusField(`assertions.${assertions.length}.kind`)
  }
  return (
    <div className="call-fields">
      {count === 0 ? <p className="call-note">Nothing is checked. What should be true of each answer?</p> : null}
      <ol className="assertion-list" aria-label="Assertions">
        {Array.from({ length: count }, (_, index) => (
          <AssertionLine key={index} index={index} />
        ))}
      </ol>
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={14} />}
        disabled={count >= mostAssertions}
        onClick={add}
      >
        Add assertion
      </Button>
    </div>
  )
}
