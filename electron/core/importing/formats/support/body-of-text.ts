import type { ApiBody, ApiHeader } from '../../../../contract/api-call.ts'
import { mimeOf } from '../../../../common/content-type.ts'

/** A body with the header fields that go along, without the Content-Type that the body has itself. */
export interface BodyWithHeaders {
  body: ApiBody
  headers: readonly ApiHeader[]
}

/** A body that is a text; its type is that of the header field, or else `contentType`. */
export function bodyOfText(text: string, headers: readonly ApiHeader[], contentType: string): BodyWithHeaders {
  const type = sentType(headers) ?? contentType
  if (text === '') return { body: { kind: 'none' }, headers }
  const body: ApiBody =
    mimeOf(type) === 'application/json' && !hasParameters(type)
      ? { kind: 'json', text }
      : { kind: 'text', text, contentType: type }
  return { body, headers: withoutType(headers) }
}

/** The body has a type that follows from its kind. */
export const withKind = (body: ApiBody, headers: readonly ApiHeader[]): BodyWithHeaders => ({
  body,
  headers: body.kind === 'none' ? headers : withoutType(headers),
})

/** A charset of UTF-8 says nothing more than JSON does. @see RFC 8259 §8.1 */
const hasParameters = (type: string): boolean => !/^[^;]*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)

const isType = ({ name }: ApiHeader): boolean => name.trim().toLowerCase() === 'content-type'

const sentType = (headers: readonly ApiHeader[]): string | undefined =>
  headers.find((header) => header.enabled && isType(header))?.value

const withoutType = (headers: readonly ApiHeader[]): ApiHeader[] =>
  headers.filter((header) => !(header.enabled && isType(header)))
