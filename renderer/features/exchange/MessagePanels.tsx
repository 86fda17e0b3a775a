import { Stack, Text } from '@mantine/core'
import type { Body, ExchangeRequest, ExchangeResponse, Headers } from '../../../electron/contract/exchange.ts'
import { Bytes } from '../../ui/Bytes.tsx'
import { byteCount } from '../../ui/format.ts'

const shownCharacters = 50_000

export function RequestPanel({ request }: { request: ExchangeRequest }) {
  const { method, url, headers, body, clientAuthentication } = request
  const { pathname, search } = new URL(url)
  return (
    <Stack gap={8}>
      <Bytes text={message(`${method} ${pathname}${search} HTTP/1.1`, headers, body)} />
      {clientAuthentication === null ? null : (
        <Text size="xs" c="dimmed">
          Authenticated as {clientAuthentication.client_id} by {clientAuthentication.method}
          {clientAuthentication.method === 'client_secret_basic' ? ' (id and secret form-encoded, then base64)' : ''}.
          Secrets and tokens are masked.
        </Text>
      )}
    </Stack>
  )
}

export function ResponsePanel({ response }: { response: ExchangeResponse | null }) {
  if (response === null) {
    return (
      <Text size="sm" c="dimmed">
        No answer came.
      </Text>
    )
  }
  const { httpVersion, status, statusText, headers, body } = response
  return (
    <Stack gap={8}>
      <Bytes text={message(`HTTP/${httpVersion} ${status} ${statusText}`, headers, body)} />
      <Text size="xs" c="dimmed">
        {byteCount(body.wireBytes)} on the wire
        {body.decodedBytes === body.wireBytes ? '' : `, ${byteCount(body.decodedBytes)} unpacked`}
        {body.encoding === 'base64' ? ' · binary, shown as base64' : ''}
        {body.truncated ? ' · incomplete' : ''}
        {body.text.length > shownCharacters ? ` · the first ${byteCount(shownCharacters)} shown` : ''}
      </Text>
    </Stack>
  )
}

function message(startLine: string, headers: Headers, body: Body | null): string {
  const lines = [startLine, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return `${lines.join('\n')}\n\n${body?.text.slice(0, shownCharacters) ?? ''}`.trimEnd()
}
