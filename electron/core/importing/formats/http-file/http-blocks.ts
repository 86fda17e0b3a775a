/** A line of a file with its number. */
export interface Line {
  text: string
  number: number
}

/** A request as it is written, from its separator to the next one. */
export interface HttpBlock {
  /** Behind `###`. */
  title: string
  /** `# @name value` lines, with small names; of one that comes twice the last. */
  tags: ReadonlyMap<string, string>
  /** Null where there is none. */
  request: { text: string; line: number } | null
  headers: readonly Line[]
  body: readonly Line[]
  /** Scripts before and behind it, and files of them. */
  scripts: readonly string[]
  variables: readonly { name: string; value: string; line: number }[]
}

/** A request that is written as a command, as VS Code takes it. */
export const isCurl = (text: string): boolean => /^curl(?:\.exe)?\s/i.test(text)

type Part = 'before' | 'url' | 'headers' | 'body'

/** What of a block has been read. */
class Draft {
  readonly tags = new Map<string, string>()
  readonly headers: Line[] = []
  readonly body: Line[] = []
  readonly scripts: string[] = []
  readonly variables: { name: string; value: string; line: number }[] = []
  request: { text: string; line: number } | null = null
  part: Part = 'before'
  readonly title: string

  constructor(title: string) {
    this.title = title
  }
}

/** The requests of a file of VS Code REST Client, IntelliJ, Visual Studio or httpYac, line by line. */
export function httpBlocks(text: string): HttpBlock[] {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  const blocks: HttpBlock[] = []
  let draft = new Draft('')
  const finish = (): void => {
    if (draft.request !== null || draft.variables.length > 0 || draft.scripts.length > 0) blocks.push(draft)
  }
  for (let index = 0; index < lines.length; index++) {
    const line = { text: lines[index] ?? '', number: index + 1 }
    if (line.text.startsWith('###')) {
      finish()
      draft = new Draft(line.text.replace(/^#+/, '').trim())
      continue
    }
    const end = scriptEnd(lines, index, draft.part)
    if (end > index) {
      draft.scripts.push(lines.slice(index, end).join('\n'))
      index = end - 1
    } else readLine(line, draft)
  }
  finish()
  return blocks
}

/** Behind the script that begins at this line; the line itself where none does. */
function scriptEnd(lines: readonly string[], from: number, part: Part): number {
  const first = (lines[from] ?? '').trim()
  const isBraced = /^[<>]\s*\{%/.test(first)
  // httpYac: a line that is `{{` alone, or with the event that the script is for.
  const isPlain = part !== 'headers' && /^\{\{(?:[@+]\w*)?$/.test(first)
  if (/^>>?!?\s+[^{\s]/.test(first) || /^<>\s+\S/.test(first)) return from + 1
  if (/^\?\?\s/.test(first)) return from + 1
  if (!isBraced && !isPlain) return from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (isBraced ? line.includes('%}') : line.trim() === '}}') return at + 1
    if (at > from && line.startsWith('###')) return at
  }
  return lines.length
}

function readLine(line: Line, draft: Draft): void {
  const trimmed = line.text.trim()
  if (draft.part === 'body') {
    draft.body.push(line)
    return
  }
  if (trimmed.startsWith('#') || trimmed.startsWith('//')) {
    const [written, name] = /^(?:#|\/\/)\s{0,20}@([\w-]+)/.exec(trimmed) ?? []
    if (written !== undefined && name !== undefined) {
      draft.tags.set(name.toLowerCase(), trimmed.slice(written.length).trim().replace(/^=/, '').trim())
    }
    return
  }
  if (draft.part === 'before') readBefore({ ...line, text: trimmed }, draft)
  else if (trimmed === '') draft.part = 'body'
  else if (draft.part === 'url' && (/^[?&]/.test(trimmed) || (/^\s/.test(line.text) && !/^[\w-]+\s*:/.test(trimmed)))) {
    if (draft.request !== null) draft.request.text = withoutVersion(draft.request.text) + trimmed
  } else {
    draft.part = 'headers'
    draft.headers.push({ ...line, text: trimmed })
  }
}

function readBefore(line: Line, draft: Draft): void {
  if (line.text === '') return
  const [written, name] = /^@([\w.-]+)\s{0,20}=/.exec(line.text) ?? []
  if (written !== undefined && name !== undefined) {
    draft.variables.push({ name, value: line.text.slice(written.length).trim(), line: line.number })
    return
  }
  if (/^(?:import|run|@forceRef|@ref)\s/.test(line.text)) return
  draft.request = { text: line.text, line: line.number }
  draft.part = isCurl(line.text) ? 'body' : 'url'
}

export const withoutVersion = (text: string): string => {
  const version = text.lastIndexOf(' HTTP/')
  return version > 0 && /^ HTTP\/[\d.]{1,3}$/.test(text.slice(version)) ? text.slice(0, version).trimEnd() : text
}
