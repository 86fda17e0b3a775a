import path from 'node:path'
import type { ApiFile, ApiRequest } from '../../contract/api-call.ts'

export type Chosen = { ok: true; request: ApiRequest } | { ok: false; unknown: string; names: readonly string[] }

/** The request with the files that `--file NAME=PATH` gives for those it names; a NAME that it does not name is refused. */
export function withChosenFiles(request: ApiRequest, given: readonly string[]): Chosen {
  const names = fileNames(request)
  const paths = new Map<string, string>()
  for (const one of given) {
    // A name can have "=" in it; the longest that fits is meant.
    const [name] = names.filter((each) => one.startsWith(`${each}=`)).toSorted((a, b) => b.length - a.length)
    if (name === undefined) return { ok: false, unknown: one, names }
    paths.set(name, path.resolve(one.slice(name.length + 1)))
  }
  return { ok: true, request: { ...request, body: chosenIn(request.body, paths) } }
}

function fileNames({ body }: ApiRequest): string[] {
  if (body.kind === 'file') return [body.file.name]
  const parts = body.kind === 'multipart' ? body.parts : []
  return [...new Set(parts.flatMap((part) => (part.kind === 'file' ? part.file.name : [])))]
}

function chosenIn(body: ApiRequest['body'], paths: ReadonlyMap<string, string>): ApiRequest['body'] {
  const chosen = ({ name, path: before }: ApiFile): ApiFile => ({ name, path: paths.get(name) ?? before })
  if (body.kind === 'file') return { ...body, file: chosen(body.file) }
  if (body.kind !== 'multipart') return body
  const parts = body.parts.map((part) => (part.kind === 'file' ? { ...part, file: chosen(part.file) } : part))
  return { ...body, parts }
}
