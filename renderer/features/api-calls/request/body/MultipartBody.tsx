import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { flushSync } from 'react-dom'
import type { ApiFile, ApiPart } from '../../../../../electron/contract/api-call.ts'
import { mostFormFields } from '../../../../../electron/vocabulary/api-request-rules.ts'
import { toastFailed } from '../../../../ui/toast.ts'
import { useDropping } from '../../../../ui/use-dropping.ts'
import { type CallForm, useCallScope, useTyped } from '../call-form.ts'
import { focusField } from '../focus-field.ts'
import { droppedFiles } from './dropped-files.ts'
import { PartLine } from './PartLine.tsx'
import { partsOf } from './part-changes.ts'

/** Parts of a form with files; those that are dropped become parts. @see RFC 7578 */
export function MultipartBody() {
  const { form } = useCallScope()
  const count = useTyped((values) => partsOf(values).length)
  useDropping((transfer) => add(form, droppedFiles(transfer).map(filePart)))
  const addOne = (part: ApiPart) => {
    flushSync(() => add(form, [part]))
    focusField(`body.parts.${count}.name`)
  }
  return (
    <>
      <ul className="call-rows-list" aria-label="Parts">
        {Array.from({ length: count }, (_, index) => (
          <PartLine key={index} index={index} />
        ))}
      </ul>
      <div className="row">
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => addOne({ kind: 'text', name: '', value: '', contentType: '', enabled: true })}
        >
          Add text
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => addOne(filePart({ path: '', name: '' }))}
        >
          Add file
        </Button>
        <span className="call-note">Files can be dropped here.</span>
      </div>
    </>
  )
}

const filePart = (file: ApiFile): ApiPart => ({ kind: 'file', name: 'file', file, contentType: '', enabled: true })

function add(form: CallForm, parts: readonly ApiPart[]): void {
  const before = partsOf(form.get())
  const room = mostFormFields - before.length
  if (parts.length > room)
    toastFailed('Not all were added', `At most ${mostFormFields} parts: ${parts.length - room} were left out.`)
  form.set({ body: { kind: 'multipart', parts: [...before, ...parts.slice(0, room)] } })
}
