import { Button, Group, Text, TextInput } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import type { Pointer } from '../../../../electron/contract/finding.ts'
import { JsonView } from '../../../json-view/JsonView.tsx'
import { useAnswerPart, useFindInAnswer } from '../../../queries/large-answers.ts'
import { byteCount } from '../../../ui/format.ts'

/** Bytes of a part that is shown. */
const partBytes = 1 << 17
/** Bytes that are shown before a place that was found: few, so that it is in sight. */
const before = 200

interface Props {
  exchangeId: string
  /** What of it is recorded, where no more is kept. */
  beginning: string
}

/** A text that is too long to be shown at once: part by part, with a search through all of it. */
export function LargeText({ exchangeId, beginning }: Props) {
  const [from, setFrom] = useState(0)
  const part = useAnswerPart(exchangeId, from, partBytes)
  const search = useSearch(exchangeId)
  const place = search.place
  const shown = part.data ?? null
  const pointers = useMemo(() => {
    if (shown === null || place === null || place < shown.from || place >= shown.to) return none
    const bytes = new TextEncoder().encode(shown.text).subarray(0, place - shown.from)
    return [{ kind: 'response_bytes', offset: new TextDecoder().decode(bytes).length, length: search.length } as const]
  }, [shown, place, search.length])
  if (part.data === null) {
    return (
      <>
        <Text size="sm" role="status">
          Only the beginning is kept. The whole of a large answer is in memory until you quit, or until newer ones need
          the room.
        </Text>
        <JsonView source={beginning} label="Beginning of the answer" isExact />
      </>
    )
  }
  if (shown === null) return null
  const last = Math.max(0, shown.total - partBytes)
  const show = (found: number | null) => {
    if (found !== null) setFrom(Math.max(0, found - before))
  }
  const goTo = (index: number) => show(search.goTo(index))
  const look = async (event: FormEvent) => {
    event.preventDefault()
    show(await search.run())
  }
  return (
    <div className="large-text">
      <Group gap={8}>
        <Text size="xs" c="dimmed" role="status">
          {byteCount(shown.from)} to {byteCount(shown.to)} of {byteCount(shown.total)}
        </Text>
        <Button variant="default" size="compact-sm" disabled={shown.from === 0} onClick={() => setFrom(0)}>
          First part
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={shown.from === 0}
          onClick={() => setFrom(Math.max(0, shown.from - partBytes))}
        >
          Previous part
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={shown.to >= shown.total}
          onClick={() => setFrom(Math.min(last, shown.to))}
        >
          Next part
        </Button>
        <Button variant="default" size="compact-sm" disabled={shown.to >= shown.total} onClick={() => setFrom(last)}>
          Last part
        </Button>
        <form onSubmit={(event) => void look(event)}>
          <Group gap={4}>
            <TextInput
              aria-label="Find in the whole answer"
              placeholder="Find in all of it"
              size="xs"
              maxLength={200}
              value={search.text}
              onChange={({ currentTarget }) => search.setText(currentTarget.value)}
            />
            <Text size="xs" c="dimmed" role="status">
              {search.words}
            </Text>
            {search.count > 1 ? (
              <>
                <Button variant="default" size="compact-sm" onClick={() => goTo(search.index - 1)}>
                  Previous match
                </Button>
                <Button variant="default" size="compact-sm" onClick={() => goTo(search.index + 1)}>
                  Next match
                </Button>
              </>
            ) : null}
          </Group>
        </form>
      </Group>
      <JsonView source={shown.text} label="Part of the answer" isExact pointers={pointers} />
    </div>
  )
}

const none: readonly Pointer[] = []

/** A search through all of an answer. Places are offsets in bytes. */
function useSearch(id: string) {
  const [text, setText] = useState('')
  const [index, setIndex] = useState(0)
  const found = useFindInAnswer(id)
  const places = found.data?.places ?? []
  return {
    text,
    setText,
    index,
    /** Characters of what was searched for. */
    length: found.variables?.length ?? 0,
    count: places.length,
    place: places[index] ?? null,
    words: found.isPending ? 'Searching…' : wordsOf(found.data ?? null, index),
    run: async (): Promise<number | null> => {
      if (text === '') return null
      setIndex(0)
      return (await found.mutateAsync(text))?.places[0] ?? null
    },
    /** Around from the last to the first. Gives the place. */
    goTo: (wanted: number): number | null => {
      const next = (wanted + places.length) % Math.max(1, places.length)
      setIndex(next)
      return places[next] ?? null
    },
  }
}

function wordsOf(found: { places: readonly number[]; hasMore: boolean } | null, index: number): string {
  if (found === null) return ''
  const { length } = found.places
  if (length === 0) return 'No matches'
  return `${index + 1} of ${found.hasMore ? `more than ${length.toLocaleString('en')}` : length.toLocaleString('en')}`
}
