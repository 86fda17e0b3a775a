import { Buffer } from 'node:buffer'
import type { ApiBody, ApiFile, ApiPart } from '../../contract/api-call.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { contentTypeRule } from '../../vocabulary/api-request-rules.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import type { Ports } from '../ports.ts'
import { problem, problemAt } from '../problem.ts'
import { contentTypeOf } from './content-types.ts'
import { boundaryFor, multipartBody, multipartType, type Part } from './multipart.ts'

export type BodyDeps = Pick<Ports, 'readFile' | 'newId'>

/** A body as it is sent; the Content-Type is empty where none belongs to it. */
export interface RequestBody {
  bytes: Buffer
  contentType: string
  /** Where the bytes were read, when they are those of one file. */
  file: string | null
}

/** Of all files of one body together. */
const mostBytes = 100 << 20

/** A content type goes into a header field, of the request or of a part: no other may be hidden in it. */
export function contentTypeProblems(body: ApiBody): FieldProblem[] {
  const typed = 'contentType' in body ? [body.contentType] : []
  const ofParts = body.kind === 'multipart' ? body.parts.map(({ contentType }) => contentType) : []
  const isUnfit = [...typed, ...ofParts].some((type) => contentTypeRule.pattern?.test(type) === false)
  return isUnfit ? [problemAt('body', problem('content_type_unfit'))] : []
}

/** The bytes of a body, its files read now; null for none. `typedBoundary` is that of a Content-Type which was typed. */
export async function requestBody(
  deps: BodyDeps,
  body: ApiBody,
  typedBoundary: string | null,
): Promise<Prepared<RequestBody | null>> {
  switch (body.kind) {
    case 'none':
      return { ok: true, value: null }
    case 'json':
      return written(body.text, 'application/json')
    case 'text':
      return written(body.text, body.contentType)
    case 'form':
      return written(formText(body.fields), 'application/x-www-form-urlencoded')
    case 'multipart':
      return multipart(deps, body.parts, typedBoundary)
    case 'file': {
      const read = await fileBytes(deps, body.file, mostBytes)
      if (!read.ok) return read
      const contentType = body.contentType === '' ? contentTypeOf(body.file.name) : body.contentType
      return { ok: true, value: { bytes: read.value, contentType, file: body.file.path } }
    }
  }
}

const written = (text: string, contentType: string): Prepared<RequestBody> => ({
  ok: true,
  value: { bytes: Buffer.from(text), contentType, file: null },
})

/** @see https://url.spec.whatwg.org/#urlencoded-serializing */
function formText(fields: Extract<ApiBody, { kind: 'form' }>['fields']): string {
  const parameters = new URLSearchParams()
  for (const { name, value, enabled } of fields) {
    if (enabled && (name !== '' || value !== '')) parameters.append(name, value)
  }
  return parameters.toString()
}

async function multipart(
  deps: BodyDeps,
  all: readonly ApiPart[],
  typedBoundary: string | null,
): Promise<Prepared<RequestBody>> {
  const parts: Part[] = []
  const problems: FieldProblem[] = []
  let left = mostBytes
  for (const part of all) {
    if (!part.enabled) continue
    const { name, contentType } = part
    if (part.kind === 'text') {
      if (name === '' && part.value === '') continue
      parts.push({ name, fileName: null, contentType, content: Buffer.from(part.value) })
      continue
    }
    const { file } = part
    const read = await fileBytes(deps, file, left)
    if (!read.ok) {
      problems.push(...read.problems)
      continue
    }
    left -= read.value.length
    const type = contentType === '' ? contentTypeOf(file.name) : contentType
    parts.push({ name, fileName: file.name, contentType: type, content: read.value })
  }
  if (problems.length > 0) return notPrepared(...problems)
  const boundary = typedBoundary ?? (await boundaryFor(parts, deps.newId))
  const bytes = await multipartBody(parts, boundary)
  return { ok: true, value: { bytes, contentType: multipartType(boundary), file: null } }
}

async function fileBytes({ readFile }: BodyDeps, { path, name }: ApiFile, most: number): Promise<Prepared<Buffer>> {
  if (path === '') return notPrepared(problemAt('body', problem('file_to_choose', { name })))
  const read = await readFile(path, most)
  if (read.ok) return read
  const isTooLarge = read.problem.code === 'file_too_large'
  const found = isTooLarge ? problem('body_file_too_large', { path, most: String(mostBytes) }) : read.problem
  return notPrepared(problemAt('body', found))
}
