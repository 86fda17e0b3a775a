import { Pill, PillsInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { type ChipRules, commitChips, typeChips, typedProblem } from '../chips.ts'
import { useDraw, useFormScope } from '../form-scope.ts'
import type { Chips } from '../form-values.ts'

interface Props {
  path: 'scope' | 'resource'
  label: string
  placeholder: string
  rules: ChipRules
  /** Shown below: what could be added. */
  children?: ReactNode
}

/** A list as chips. A separator, Enter, pasting or leaving the field makes them of what is typed; Backspace takes the last back. */
export function ChipsField({ path, label, placeholder, rules, children = null }: Props) {
  const { form, type, drawing, problemAt } = useFormScope()
  const draw = useDraw()
  const value = form.getValues()[path]
  const change = (next: Chips) => {
    if (next.chips !== value.chips) return form.setFieldValue(path, next)
    type(path, next)
    return draw()
  }
  const commit = (given: Chips = value) => {
    const next = commitChips(given, rules)
    if (next.typed !== value.typed || next.chips.length !== value.chips.length) change(next)
    const problem = typedProblem(next, rules)
    if (problem !== null) form.setFieldError(path, problem)
  }
  const remove = (chip: string) => change({ ...value, chips: value.chips.filter((other) => other !== chip) })
  const id = `field-${path}`

  return (
    <div>
      <PillsInput label={label} size="xs" error={problemAt(path)} id={id} labelProps={{ htmlFor: id }}>
        <Pill.Group gap={4}>
          {value.chips.map((chip) => (
            <Pill
              key={chip}
              size="sm"
              radius="sm"
              maw="100%"
              title={chip}
              withRemoveButton
              onRemove={() => remove(chip)}
              removeButtonProps={{ 'aria-label': `Remove ${chip}`, 'aria-hidden': false, tabIndex: 0 }}
            >
              {chip}
            </Pill>
          ))}
          <PillsInput.Field
            id={id}
            data-path={path}
            spellCheck={false}
            autoComplete="off"
            placeholder={value.chips.length === 0 ? placeholder : ''}
            value={value.typed}
            aria-invalid={problemAt(path) !== null}
            onChange={(event) => change(typeChips(value, event.currentTarget.value, rules))}
            onBlur={() => {
              commit()
              drawing.settle()
            }}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text')
              if (!rules.separator.test(pasted)) return
              event.preventDefault()
              commit({ ...value, typed: `${value.typed} ${pasted}` })
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && value.typed.trim() !== '') {
                event.preventDefault()
                commit()
              } else if (event.key === 'Backspace' && value.typed === '' && value.chips.length > 0) {
                change({ ...value, chips: value.chips.slice(0, -1) })
              }
            }}
          />
        </Pill.Group>
      </PillsInput>
      {children}
    </div>
  )
}
