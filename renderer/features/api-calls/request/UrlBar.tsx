import { Button, NativeSelect } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { urlText, withUrlText } from '../../../../electron/common/query-rows.ts'
import { oneOf } from '../../../../electron/common/one-of.ts'
import { httpMethods } from '../../../../electron/vocabulary/http-methods.ts'
import { shortcutText } from '../../../ui/shortcut-text.ts'
import { useCallScope, useOfForm, useTyped } from './call-form.ts'
import { urlProblem } from './call-problems.ts'
import { MarkedInput } from './variables/MarkedInput.tsx'

interface Props {
  isSending: boolean
  /** What there is to know beside the button. */
  note: ReactNode
  onSend: () => void
}

/** Method, URL with its query, and the button that sends. */
export function UrlBar({ isSending, note, onSend }: Props) {
  const { form } = useCallScope()
  const problem = useOfForm(form, ({ get, showsProblems }) => (showsProblems() ? urlProblem(get()) : null))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <div className="url-bar">
        <div className="url-frame" data-wrong={problem === null ? undefined : true}>
          <Method />
          <Url describedBy={problem === null ? undefined : 'call-url-problem'} />
        </div>
        {note}
        <Button
          type="submit"
          className="send-button"
          leftSection={<IconSend size={16} stroke={1.6} />}
          disabled={isSending}
        >
          Send
          <span className="shortcut" aria-hidden>
            {shortcutText('↵')}
          </span>
        </Button>
      </div>
      {problem === null ? null : (
        <p id="call-url-problem" className="call-problem">
          {problem}
        </p>
      )}
    </form>
  )
}

function Method() {
  const { form } = useCallScope()
  const method = useTyped((values) => values.method)
  return (
    <NativeSelect
      variant="unstyled"
      aria-label="Method"
      className="url-method"
      data={[...httpMethods]}
      value={method}
      onChange={({ currentTarget }) => form.set({ method: oneOf(httpMethods, currentTarget.value) ?? method })}
    />
  )
}

function Url({ describedBy }: { describedBy: string | undefined }) {
  const { form } = useCallScope()
  const text = useTyped(urlText)
  return (
    <MarkedInput
      type="text"
      className="url-text mono"
      aria-label="URL"
      aria-invalid={describedBy !== undefined}
      aria-describedby={describedBy}
      data-path="url"
      placeholder="https://api.example/orders"
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={({ currentTarget }) => {
        const { url, query } = withUrlText(form.get(), currentTarget.value)
        form.set({ url, query: [...query] })
      }}
    />
  )
}
