import { Button, Group, Stack, Textarea } from '@mantine/core'
import {
  type ChangeEvent,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
} from 'react'
import { inspectMaxCharacters } from '../../../electron/vocabulary/limits.ts'
import { textEncodingOf } from '../../../electron/common/text-encoding.ts'
import { type Inspecting, tooLong } from '../../state/inspecting.ts'

/** Takes what is pasted, dropped or typed. What is pasted or dropped is inspected at once. */
export function TokenBox({ inspecting, children }: { inspecting: Inspecting; children: ReactNode }) {
  const { typed, cleared, shown, problem, type, inspect, refuse, clear } = inspecting
  const box = useRef<HTMLTextAreaElement>(null)
  // Who comes to an empty inspector comes to paste.
  useEffect(() => {
    if (box.current?.value === '') box.current.focus()
  }, [])

  const change = ({ currentTarget: { value }, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) => {
    const way = nativeEvent instanceof InputEvent ? nativeEvent.inputType : ''
    if (way === 'insertFromPaste' || way === 'insertFromDrop') void inspect(value)
    else type(value)
  }
  // Before it is in the box, which millions of characters would block.
  const paste = (event: ClipboardEvent) => {
    const { length } = event.clipboardData.getData('text/plain')
    if (length <= inspectMaxCharacters) return
    event.preventDefault()
    refuse(tooLong(length))
  }
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    event.preventDefault()
    void textOf(file).then(inspect, (error: unknown) => refuse(String(error)))
  }
  const undoClear = (event: KeyboardEvent) => {
    if (
      !(event.ctrlKey || event.metaKey) ||
      event.shiftKey ||
      event.key.toLowerCase() !== 'z' ||
      typed !== '' ||
      cleared === ''
    )
      return
    event.preventDefault()
    void inspect(cleared)
  }

  return (
    <Stack gap={8} className="token-box">
      <Textarea
        ref={box}
        label="Token"
        {...(shown === null && { description: 'Pasting inspects at once. Nothing is sent unless you introspect.' })}
        rows={4}
        resize="vertical"
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'typed-bytes' }}
        value={typed}
        error={problem}
        onChange={change}
        onPaste={paste}
        onDrop={drop}
        onDragOver={(event) => event.preventDefault()}
        onKeyDown={undoClear}
      />
      <Group gap={8}>
        <Button
          variant={shown === null ? 'filled' : 'default'}
          title="Ctrl/Cmd + Enter"
          onClick={() => void inspect(typed)}
        >
          Inspect
        </Button>
        <Button
          variant="default"
          disabled={typed === '' && shown === null}
          onClick={() => {
            void clear()
            box.current?.focus()
          }}
        >
          Clear
        </Button>
        {children}
      </Group>
    </Stack>
  )
}

/** What is neither UTF-8 nor UTF-16 becomes U+FFFD, which no token has. */
async function textOf(file: File): Promise<string> {
  // A character has at most three bytes for each that counts.
  if (file.size > inspectMaxCharacters * 3) throw new Error(tooLong(file.size))
  const bytes = new Uint8Array(await file.arrayBuffer())
  return new TextDecoder(textEncodingOf(bytes)).decode(bytes)
}
