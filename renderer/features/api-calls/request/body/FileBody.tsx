import type { ApiFile } from '../../../../../electron/contract/api-call.ts'
import { useDropping } from '../../../../ui/use-dropping.ts'
import { useCallScope, useTyped } from '../call-form.ts'
import { ContentTypeField } from './ContentTypeField.tsx'
import { droppedFiles } from './dropped-files.ts'
import { FileField } from './FileField.tsx'

const none: ApiFile = { path: '', name: '' }

/** The bytes of one file, as they are when the call is sent. */
export function FileBody() {
  const { form } = useCallScope()
  const file = useTyped(({ body }) => (body.kind === 'file' ? body.file : none))
  const choose = (chosen: ApiFile) => {
    const { body } = form.get()
    if (body.kind === 'file') form.set({ body: { ...body, file: chosen } })
  }
  useDropping((transfer) => {
    const [dropped] = droppedFiles(transfer)
    if (dropped !== undefined) choose(dropped)
  })
  return (
    <>
      <FileField file={file} label="Choose file" path="body.file" onChoose={choose} />
      <ContentTypeField />
    </>
  )
}
