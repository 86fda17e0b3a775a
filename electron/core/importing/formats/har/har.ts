import { mostImported } from '../../../../vocabulary/import-formats.ts'
import type { ImportFact, ImportNote } from '../../../../contract/import-note.ts'
import { isMembers, type Members, memberNamed } from '../../../json/json-members.ts'
import type { DraftCall, ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { withoutBrowsers } from '../requests/browser-headers.ts'
import { entriesNamed, membersNamed, textNamed } from '../support/given.ts'
import type { Importer } from '../importer.ts'
import { callOfRequest } from '../requests/written-request.ts'
import { titleOf } from '../support/values.ts'
import { readHarBody } from './har-body.ts'
import { headersOf, kindOfEntry } from './har-kind.ts'

/** What browsers and proxies recorded. @see http://www.softwareishard.com/blog/har-12-spec/ */
export const harImporter: Importer = {
  claim: (files) => files.filter((file) => file.syntax === 'json' && isHar(file.value)),
  read: (files) => files.map(draftOf),
}

const isHar = (value: unknown): boolean =>
  isMembers(value) && Array.isArray(memberNamed(membersNamed(value, 'log'), 'entries'))

function draftOf(file: ParsedFile): ImportDraft {
  const log = membersNamed(isMembers(file.value) ? file.value : {}, 'log')
  const calls = new Map<string, DraftCall>()
  const notes: ImportNote[] = []
  let [ofPages, again] = [0, 0]
  for (const { entry, index } of entriesNamed(log, 'entries')) {
    const request = membersNamed(entry, 'request')
    const place = file.at('log', 'entries', index)
    const note = (fact: ImportFact) => notes.push({ fact, place, call: '' })
    const read = readEntry(entry, request)
    if (read === null) ofPages++
    else if (read.call === null) read.facts.forEach(note)
    else {
      const call = { ...read.call, place }
      const key = JSON.stringify([call.method, call.url, call.body])
      if (calls.has(key)) again++
      else if (calls.size === mostImported.calls)
        throw new ImportRefused({ code: 'too_many_calls', evidence: { most: mostImported.calls } })
      else {
        calls.set(key, call)
        read.facts.forEach(note)
      }
    }
  }
  const whole = file.at('log', 'entries')
  if (ofPages > 0)
    notes.push({ fact: { code: 'parts_of_pages', evidence: { count: ofPages } }, place: whole, call: '' })
  if (again > 0) notes.push({ fact: { code: 'duplicates', evidence: { count: again } }, place: whole, call: '' })
  return {
    format: 'har',
    version: textNamed(log, 'version').slice(0, 20),
    name: titleOf(file.path),
    clients: [],
    calls: inFolders([...calls.values()]),
    variables: [],
    variableSets: [],
    notes,
  }
}

/** Null for a part of a page; without a call for what is no HTTP. */
function readEntry(entry: Members, request: Members): { call: DraftCall | null; facts: readonly ImportFact[] } | null {
  const [url, method] = [textNamed(request, 'url').trim(), textNamed(request, 'method').trim() || 'GET']
  const headers = headersOf(request)
  const kind = kindOfEntry(entry, url, method, headers)
  if (kind.kind === 'page') return null
  if (kind.kind === 'protocol')
    return { call: null, facts: [{ code: 'protocol_not_supported', evidence: { protocol: kind.protocol } }] }
  const { body, facts } = readHarBody(membersNamed(request, 'postData'), headers)
  const { kept } = withoutBrowsers(headers.filter(([name]) => !name.startsWith(':')))
  const call = callOfRequest({
    place: { file: '', line: null, pointer: null },
    name: textNamed(entry, 'comment').slice(0, 200),
    method,
    url: url.split('#', 1)[0] ?? '',
    headers: kept,
    body,
  })
  return { call, facts }
}

/** By the host where there are several. */
function inFolders(calls: readonly DraftCall[]): DraftCall[] {
  const hosts = calls.map(({ url }) => /^[a-z]+:\/\/([^/?]+)/i.exec(url)?.[1] ?? '')
  return new Set(hosts).size < 2
    ? [...calls]
    : calls.map((call, index) => Object.assign(call, { folders: [hosts[index] ?? ''] }))
}
