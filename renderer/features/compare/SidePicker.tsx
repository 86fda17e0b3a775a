import { Select, Stack, Textarea } from '@mantine/core'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { HeldToken } from '../../../electron/contract/token.ts'
import type { SideChoice } from '../../queries/comparison.ts'
import { SideDetail } from './SideDetail.tsx'
import { choiceOf, sideOptions, valueOf } from './side-options.ts'
import type { Side } from './use-side.ts'

interface Props {
  name: 'Left' | 'Right'
  side: Side
  environments: readonly EnvironmentSummary[]
  tokens: readonly HeldToken[]
  onChoose: (choice: SideChoice | null) => void
}

/** One side of the comparison: what is there, chosen by typing a part of its name. */
export function SidePicker({ name, side, environments, tokens, onChoose }: Props) {
  const { choice } = side
  return (
    <Stack gap={6} className="panel">
      <Select
        label={name}
        placeholder="Search or choose…"
        size="xs"
        searchable
        onFocus={(event) => event.currentTarget.select()}
        onClick={(event) => event.currentTarget.select()}
        selectFirstOptionOnChange
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        nothingFoundMessage="No matches"
        data={sideOptions({ environments, tokens }, choice)}
        value={valueOf(choice)}
        onChange={(value) => value !== null && value !== valueOf(choice) && onChoose(choiceOf(value))}
      />
      {choice?.kind === 'pasted' ? (
        <Textarea
          aria-label={`${name}: pasted token`}
          placeholder="Paste a token, or anything that holds one. It never leaves this computer and is not stored."
          rows={3}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mono)', wordBreak: 'break-all' } }}
          value={choice.text}
          onChange={(event) => onChoose({ kind: 'pasted', text: event.currentTarget.value })}
        />
      ) : null}
      <SideDetail side={side} environments={environments} tokens={tokens} />
    </Stack>
  )
}
