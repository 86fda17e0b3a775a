import { NativeSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ApiBody } from '../../../../../electron/contract/api-call.ts'
import { oneOf } from '../../../../../electron/common/one-of.ts'
import { useCallScope, useTyped } from '../call-form.ts'
import { bodyKinds, bodyKindTitles, bodyOfKind } from './body-kinds.ts'
import { FileBody } from './FileBody.tsx'
import { FormBody } from './FormBody.tsx'
import { JsonBody } from './JsonBody.tsx'
import { MultipartBody } from './MultipartBody.tsx'
import { TextBody } from './TextBody.tsx'

const parts: Readonly<Record<ApiBody['kind'], () => ReactNode>> = {
  none: () => <p className="call-note">The request has no body.</p>,
  json: JsonBody,
  text: TextBody,
  form: FormBody,
  multipart: MultipartBody,
  file: FileBody,
}

/** The body, as one of the kinds that a call has. */
export function BodyTab() {
  const { form } = useCallScope()
  const kind = useTyped(({ body }) => body.kind)
  const unsent = useTyped(({ method }) => (method === 'GET' || method === 'HEAD' ? method : null))
  const Part = parts[kind]
  return (
    <div className="call-fields">
      <div className="row">
        <NativeSelect
          aria-label="Body"
          w={120}
          data={bodyKinds.map((value) => ({ value, label: bodyKindTitles[value] }))}
          value={kind}
          onChange={({ currentTarget }) => {
            const next = oneOf(bodyKinds, currentTarget.value)
            if (next !== null) form.set({ body: bodyOfKind(next, form.get().body) })
          }}
        />
        {unsent === null || kind === 'none' ? null : (
          <span className="call-note" role="status">
            {unsent} sends no body. It is kept with the call.
          </span>
        )}
      </div>
      <Part />
    </div>
  )
}
