import type { ApiRequest } from '../../contract/api-call.ts'
import type { Headers } from '../../contract/exchange.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import type { HttpRequest } from '../http/transcript.ts'
import { problemAt } from '../problem.ts'
import { type BodyDeps, contentTypeProblems, requestBody, type RequestBody } from './request-body.ts'
import { boundaryIn, headerProblems, typedHeaders, typedValue } from './request-headers.ts'
import { requestUrl } from './request-url.ts'

/** A request as it is sent, but for the token. */
export interface BuiltRequest extends HttpRequest {
  /** The file that the body is, byte for byte; null where it is no file, or more than one. */
  bodyFile: string | null
}

/**
 * Builds a request whose variables are resolved, or names everything that keeps it from being sent. Nothing is read while
 * anything else is wrong. `hasToken` says that a token will be added. @see RFC 6750 §2.1
 */
export async function buildRequest(
  deps: BodyDeps,
  request: ApiRequest,
  hasToken: boolean,
): Promise<Prepared<BuiltRequest>> {
  const place = requestUrl(request)
  const problems: FieldProblem[] = [
    ...('problem' in place ? [problemAt('url', place.problem)] : []),
    ...headerProblems(request.headers, hasToken),
    ...contentTypeProblems(request.body),
  ]
  if ('problem' in place || problems.length > 0) return notPrepared(...problems)
  const { method } = request
  const typed = typedHeaders(request.headers)
  const typedType = typedValue(typed, 'content-type')
  const isBodiless = method === 'GET' || method === 'HEAD'
  const body = isBodiless
    ? ({ ok: true, value: null } as const)
    : await requestBody(deps, request.body, typedType === null ? null : boundaryIn(typedType))
  if (!body.ok) return body
  const isMultipart = request.body.kind === 'multipart'
  const headers: Headers = [
    ...withDefault(typed, 'Accept', '*/*'),
    ...withDefault(typed, 'Content-Type', body.value?.contentType ?? ''),
    ...typed.map(([name, value]): [string, string] =>
      isMultipart && body.value !== null && name.toLowerCase() === 'content-type'
        ? [name, withBoundary(value, body.value)]
        : [name, value],
    ),
  ]
  return {
    ok: true,
    value: { method, url: place.url, headers, body: body.value?.bytes ?? null, bodyFile: body.value?.file ?? null },
  }
}

/** A field that was not typed; none where its value is empty. */
const withDefault = (typed: Headers, name: string, value: string): [string, string][] =>
  value === '' || typedValue(typed, name.toLowerCase()) !== null ? [] : [[name, value]]

/** A multipart type that was typed without the boundary, which nobody could read then. */
const withBoundary = (typed: string, { contentType }: RequestBody): string =>
  /^multipart\//i.test(typed) && boundaryIn(typed) === null
    ? `${typed}; ${contentType.slice(contentType.indexOf('boundary='))}`
    : typed

/** The request with its token, after Accept. @see RFC 6750 §2.1, RFC 9449 §7.1 */
export function withToken<Request extends HttpRequest>(
  request: Request,
  accessToken: string,
  scheme: 'Bearer' | 'DPoP',
): Request {
  return { ...request, headers: [...request.headers, ['Authorization', `${scheme} ${accessToken}`]] }
}
