import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, memo } from 'react'
import { flushSync } from 'react-dom'
import type { Assertion } from '../../../../../electron/contract/assertion.ts'
import { oneOf } from '../../../../../electron/common/one-of.ts'
import { assertionTests } from '../../../../../electron/vocabulary/assertion-rules.ts'
import { type CallForm, useCallScope, useOfForm, useTyped } from '../call-form.ts'
import { assertionProblems } from '../call-problems.ts'
import { focusField } from '../focus-field.ts'
import { assertionKinds, assertionKindTitles, assertionOfKind, assertionTestTitles } from './assertion-kinds.ts'
import { SchemaField } from './SchemaField.tsx'

/** One assertion: its kind, and the fields of that kind. Alt and an arrow key move it. */
export const AssertionLine = memo(function AssertionLine({ index }: { index: number }) {
  const { form } = useCallScope()
  const assertion = useTyped(({ assertions }) => assertions[index] ?? null)
  const shows = useOfForm(form, ({ showsProblems }) => showsProblems())
  if (assertion === null) return null
  const put = (next: Assertion) => change(form, index, [next])
  const at = `assertions.${index}`
  const called = `Assertion ${index + 1}`
  const problems = new Map(assertionProblems(assertion, index))
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || by === 0) return
    event.preventDefault()
    move(form, index, by)
  }
  const field = (name: string, label: string, value: string) => ({
    'aria-label': `${called} ${label}`,
    'data-path': `${at}.${name}`,
    placeholder: label,
    spellCheck: false,
    onKeyDown,
    value,
    // An empty field is not wrong before it is asked for.
    error: shows || value !== '' ? (problems.get(`${at}.${name}`) ?? null) : null,
  })
  return (
    <li className="assertion-line">
      <NativeSelect
        aria-label={called}
        data-path={`${at}.kind`}
        onKeyDown={onKeyDown}
        w={120}
        data={assertionKinds.map((value) => ({ value, label: assertionKindTitles[value] }))}
        value={assertion.kind}
        onChange={({ currentTarget }) =>
          put(assertionOfKind(oneOf(assertionKinds, currentTarget.value) ?? assertion.kind, assertion))
        }
      />
      {assertion.kind === 'status' ? (
        <TextInput
          {...field('expected', 'status', assertion.expected)}
          placeholder="200 or 2xx"
          w={100}
          onChange={({ currentTarget }) => put({ ...assertion, expected: currentTarget.value })}
        />
      ) : null}
      {assertion.kind === 'header' ? (
        <TextInput
          {...field('name', 'name', assertion.name)}
          flex={1}
          onChange={({ currentTarget }) => put({ ...assertion, name: currentTarget.value })}
        />
      ) : null}
      {'pointer' in assertion ? (
        <TextInput
          {...field('pointer', 'pointer', assertion.pointer)}
          placeholder={assertion.kind === 'claim' ? '/scope' : '/orders/0/id, or empty for all of it'}
          flex={1}
          onChange={({ currentTarget }) => put({ ...assertion, pointer: currentTarget.value })}
        />
      ) : null}
      {'test' in assertion ? (
        <>
          <NativeSelect
            aria-label={`${called} test`}
            w={100}
            data={assertionTests.map((value) => ({ value, label: assertionTestTitles[value] }))}
            value={assertion.test}
            onChange={({ currentTarget }) =>
              put({ ...assertion, test: oneOf(assertionTests, currentTarget.value) ?? assertion.test })
            }
          />
          {assertion.test === 'exists' ? null : (
            <TextInput
              {...field('value', 'value', assertion.value)}
              flex={1}
              onChange={({ currentTarget }) => put({ ...assertion, value: currentTarget.value })}
            />
          )}
        </>
      ) : null}
      <ActionIcon
        variant="subtle"
        className="assertion-remove"
        aria-label={`Remove assertion ${index + 1}`}
        onClick={() => {
          flushSync(() => change(form, index, []))
          focusField(`${at}.kind`)
        }}
      >
        <IconX size={14} />
      </ActionIcon>
      {assertion.kind === 'schema' ? (
        <SchemaField
          label={`${called} schema`}
          path={`${at}.schema`}
          schema={assertion.schema}
          problem={shows ? (problems.get(`${at}.schema`) ?? null) : null}
          onChange={(schema) => put({ ...assertion, schema })}
        />
      ) : null}
    </li>
  )
})

/** Puts these in the place of one. */
const change = (form: CallForm, index: number, by: readonly Assertion[]): void =>
  form.set({ assertions: form.get().assertions.toSpliced(index, 1, ...by) })

function move(form: CallForm, index: number, by: number): void {
  const { assertions } = form.get()
  const one = assertions[index]
  const to = index + by
  if (one === undefined || to < 0 || to >= assertions.length) return
  flushSync(() => form.set({ assertions: assertions.toSpliced(index, 1).toSpliced(to, 0, one) }))
  focusField(`assertions.${to}.kind`)
}
