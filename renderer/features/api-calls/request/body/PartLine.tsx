import { IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { flushSync } from 'react-dom'
import { contentTypeRule, formNameRule, formValueRule } from '../../../../../electron/vocabulary/api-request-rules.ts'
import { problemOf } from '../../../../../electron/vocabulary/text-rule.ts'
import { useCallScope, useTyped } from '../call-form.ts'
import { focusField } from '../focus-field.ts'
import { FileField } from './FileField.tsx'
import { changePart, partOfKind, partsOf } from './part-changes.ts'

/** One part: whether it is sent, its name, a text or a file, and its content type. */
export const PartLine = memo(function PartLine({ index }: { index: number }) {
  const { form } = useCallScope()
  const part = useTyped((values) => partsOf(values)[index] ?? null)
  if (part === null) return null
  const at = `body.parts.${index}`
  const called = `Part ${index + 1}`
  const change = (by: Partial<typeof part>) => changePart(form, index, [Object.assign({}, part, by)])
  const field = (column: string, problem: string | null) => ({
    className: 'call-cell mono',
    'data-path': `${at}.${column}`,
    'aria-label': `${called} ${column === 'contentType' ? 'content type' : column}`,
    'aria-invalid': problem !== null,
    title: problem ?? undefined,
    spellCheck: false,
    autoComplete: 'off',
  })
  return (
    <li className="call-line call-part" data-off={!part.enabled || undefined}>
      <input
        type="checkbox"
        className="call-check"
        aria-label={`Send part ${index + 1}`}
        checked={part.enabled}
        onChange={({ currentTarget }) => change({ enabled: currentTarget.checked })}
      />
      <input
        {...field('name', problemOf(formNameRule, part.name))}
        placeholder="name"
        value={part.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <select
        className="call-cell"
        aria-label={`${called} kind`}
        value={part.kind}
        onChange={({ currentTarget }) =>
          changePart(form, index, [partOfKind(currentTarget.value === 'file' ? 'file' : 'text', part)])
        }
      >
        <option value="text">Text</option>
        <option value="file">File</option>
      </select>
      {part.kind === 'text' ? (
        <input
          {...field('value', problemOf(formValueRule, part.value))}
          placeholder="value"
          value={part.value}
          onChange={({ currentTarget }) => changePart(form, index, [{ ...part, value: currentTarget.value }])}
        />
      ) : (
        <FileField
          file={part.file}
          label={`${called}: choose file`}
          path={`${at}.file`}
          onChoose={(file) => changePart(form, index, [{ ...part, file }])}
        />
      )}
      <input
        {...field('contentType', problemOf(contentTypeRule, part.contentType))}
        placeholder={part.kind === 'text' ? 'no content type' : 'application/octet-stream'}
        value={part.contentType}
        onChange={({ currentTarget }) => change({ contentType: currentTarget.value })}
      />
      <button
        type="button"
        className="call-remove"
        aria-label={`Remove part ${index + 1}`}
        title="Remove"
        onClick={() => {
          flushSync(() => changePart(form, index, []))
          focusField(`${at}.name`)
        }}
      >
        <IconX size={14} aria-hidden />
      </button>
    </li>
  )
})
