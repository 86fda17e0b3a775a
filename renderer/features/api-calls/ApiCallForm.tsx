import { Button, Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconSend } from '@tabler/icons-react'
import { newApiRequest } from '../../../electron/catalogue/new-api-request.ts'
import { requestOf } from '../../../electron/common/request-of-call.ts'
import { hasShapeOf } from '../../../electron/common/has-shape-of.ts'
import type { ApiCall, ApiRequest } from '../../../electron/contract/api-call.ts'
import { bodyRule, contentTypeRule } from '../../../electron/vocabulary/api-request-rules.ts'
import { httpMethods } from '../../../electron/vocabulary/http-methods.ts'
import { problemOf } from '../../../electron/vocabulary/text-rule.ts'
import { httpUrlRule } from '../../../electron/vocabulary/url-rules.ts'
import { useAction } from '../../queries/action.ts'
import { useSaveApiCall } from '../../queries/api-calls.ts'
import { useCopyAsCurl } from '../../queries/copy-as-curl.ts'
import { useDrafts, useKeepDraft } from '../../queries/drafts.ts'
import { useIntent } from '../../state/intents.ts'
import { apiCallSubject } from '../../state/runs.ts'
import { useBeforeSending } from '../../ui/before-sending.ts'
import { usePausedDraw } from '../../ui/paused-draw.ts'
import { CurlButton } from '../../ui/CurlButton.tsx'
import { HeldTokenStatus } from '../../token-view/HeldTokenStatus.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { ApiResponse } from './answer/ApiResponse.tsx'
import { usePageHotkeys } from '../../ui/use-page-hotkeys.ts'

/** What this form can edit of a call so far. */
interface Composed {
  method: ApiRequest['method']
  url: string
  body: string
  contentType: string
  followRedirects: boolean
}

const formOf = ({ method, url, body, followRedirects }: ApiRequest): Composed => ({
  method,
  url,
  body: body.kind === 'json' || body.kind === 'text' ? body.text : '',
  contentType: body.kind === 'text' ? body.contentType : 'application/json',
  followRedirects,
})

const bodyOf = ({ body, contentType }: Composed): ApiRequest['body'] => {
  if (body === '') return { kind: 'none' }
  return contentType === 'application/json' ? { kind: 'json', text: body } : { kind: 'text', text: body, contentType }
}

interface Props {
  environmentId: string
  /** Null for one that is not saved yet. */
  call: ApiCall | null
  /** The id that it has, or will have. */
  id: string
  onSaved: (id: string) => void
}

export function ApiCallForm({ environmentId, call, id, onSaved }: Props) {
  const send = useAction('sendApiCall', apiCallSubject(environmentId, id))
  const beforeSending = useBeforeSending()
  const save = useSaveApiCall(environmentId)
  const { copy, ...copied } = useCopyAsCurl(environmentId)
  const keepDraft = useKeepDraft()
  const draftKey = `api-call ${environmentId} ${call?.id ?? 'new'}`
  const draft = useDrafts().data?.get(draftKey)
  const kept = call === null ? newApiRequest : requestOf(call)
  const saved = formOf(kept)
  const requestFrom = (values: Composed): ApiRequest => {
    const { contentType: _, ...rest } = values
    return { ...kept, ...rest, body: bodyOf(values) }
  }
  const drawing = usePausedDraw()
  const form = useForm<Composed>({
    // A key draws nothing; what is said of the request follows once typing pauses.
    mode: 'uncontrolled',
    initialValues: draftOf(draft) ?? saved,
    validate: {
      url: (typed) => problemOf(httpUrlRule, typed),
      body: (typed) => problemOf(bodyRule, typed),
      contentType: (typed) => problemOf(contentTypeRule, typed),
    },
    onValuesChange: (values) => {
      const text = JSON.stringify(values)
      keepDraft(draftKey, text === JSON.stringify(saved) ? '' : text)
      if (values.method === form.values.method) drawing.soon()
      else drawing.now()
    },
  })
  const composed = () => (form.validate().hasErrors ? null : requestFrom(form.getValues()))
  const withRequest = (act: (request: ApiRequest) => void) => {
    const request = composed()
    if (request !== null) act(request)
  }
  const sendCall = () =>
    withRequest((request) =>
      beforeSending({ verb: 'send', act: () => send.run({ environmentId, callId: id, request }) }),
    )
  const saveCall = () =>
    withRequest((request) =>
      save.mutate(
        { id, request },
        {
          onSuccess: (stored) => {
            keepDraft(draftKey, '')
            if (stored !== null) onSaved(stored.id)
          },
        },
      ),
    )
  usePageHotkeys([
    ['mod+Enter', sendCall],
    ['mod+S', saveCall],
  ])
  useIntent(apiCallSubject(environmentId, id), 'send', sendCall)
  const hasBody = form.values.method !== 'GET' && form.values.method !== 'HEAD'

  return (
    <Stack gap={14}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          sendCall()
        }}
      >
        <Stack gap={8}>
          <div className="url-bar">
            <NativeSelect
              aria-label="Method"
              data={[...httpMethods]}
              w={100}
              key={form.key('method')}
              {...form.getInputProps('method')}
            />
            <TextInput
              aria-label="URL"
              placeholder="https://api.example/orders"
              className="url-field"
              key={form.key('url')}
              {...form.getInputProps('url')}
            />
            <Button
              type="submit"
              leftSection={<IconSend size={16} stroke={1.6} />}
              disabled={send.pendingSince !== null}
            >
              Send
            </Button>
          </div>
          {hasBody ? (
            <>
              <TextInput label="Content type" key={form.key('contentType')} {...form.getInputProps('contentType')} />
              <Textarea
                label="Body"
                rows={3}
                classNames={{ input: 'grows' }}
                styles={{ input: { fontFamily: 'var(--mono)' } }}
                key={form.key('body')}
                {...form.getInputProps('body')}
              />
            </>
          ) : null}
          <div className="token-line">
            <span className="row" style={{ flex: '1 0 auto' }}>
              Token: <HeldTokenStatus environmentId={environmentId} />
            </span>
            <Checkbox
              label="Follow redirects"
              title="The token is dropped on cross-origin redirects. Never with DPoP."
              key={form.key('followRedirects')}
              {...form.getInputProps('followRedirects', { type: 'checkbox' })}
            />
            <CurlButton
              {...copied}
              title="Includes the access token (requested if needed). The clipboard is cleared after 60 s."
              copy={() => {
                const request = composed()
                return request === null ? null : copy({ kind: 'api', environmentId, request })
              }}
            />
            <Button variant="default" onClick={saveCall}>
              Save call
            </Button>
          </div>
        </Stack>
      </form>
      {send.pendingSince === null ? null : (
        <Waiting since={send.pendingSince} what="Calling the API" progress={send.progress} onCancel={send.cancel} />
      )}
      <ApiResponse environmentId={environmentId} callId={id} send={send} composed={requestFrom(form.values)} />
    </Stack>
  )
}

/** Half-typed text is allowed in a draft; only its shape has to be right. */
function draftOf(draft: string | undefined): Composed | null {
  if (draft === undefined) return null
  const kept: unknown = JSON.parse(draft)
  return hasShapeOf(formOf(newApiRequest), kept) ? kept : null
}
