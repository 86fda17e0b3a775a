import { PasswordInput, Textarea } from '@mantine/core'
import { secretLabels } from '../../../../electron/wording/secret-names.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { spreadLines } from './spread-lines.ts'
import { typeAt, useTypedAt } from './typed-rows.ts'
import type { NeededRow } from './use-needed-secrets.ts'

const keys: ReadonlySet<string> = new Set(['private_key', 'client_certificate_key', 'dpop_key'])

/** Whether it has many lines, as a key has. */
export const isKey = ({ name }: Pick<NeededRow, 'name'>): boolean => keys.has(name)

interface Props {
  row: NeededRow
  error: string | null
  /** Whether it takes the focus, as what an import leaves to do. */
  isNext: boolean
  onFocus: () => void
  onEnter: () => void
  /** Of a list of secrets, a line for each. */
  onLines: (lines: readonly string[]) => void
}

/** What a secret is typed into; hidden. Enter leads on to the next. */
export function NeededField({ row, error, isNext, onFocus, onEnter, onLines }: Props) {
  const { name, environment, key } = row
  const value = useTypedAt(row)
  const props = {
    'aria-label': `${secretLabels[name]} of ${visible(environment.name)}`,
    'data-needed': key,
    autoFocus: isNext,
    autoComplete: 'off',
    spellCheck: false,
    value,
    error,
    onFocus,
    onChange: (event: { currentTarget: { value: string } }) => typeAt(row, event.currentTarget.value),
  }
  if (isKey(row)) {
    return (
      <Textarea
        {...props}
        rows={1}
        placeholder="Paste the key"
        classNames={{ input: value === '' ? 'grows' : 'typed-bytes grows hidden-text' }}
      />
    )
  }
  return (
    <PasswordInput
      {...props}
      placeholder="Paste it, or set it later"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        onEnter()
      }}
      onPaste={(event) => {
        const lines = spreadLines(event.clipboardData.getData('text/plain'))
        if (lines === null) return
        event.preventDefault()
        onLines(lines)
      }}
    />
  )
}
