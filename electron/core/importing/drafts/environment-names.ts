import { hostOf } from '../../../common/host-of.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'
import { textForPeople } from './call-secrets.ts'
import type { DraftClient, ImportDraft, VariableSet } from './import-draft.ts'

/** Characters of a name that is still read in a list. */
const longest = 80

interface Naming {
  client: DraftClient | null
  set: VariableSet | null
  settings: Pick<EnvironmentInput, 'token_endpoint' | 'issuer' | 'client_id'>
  file: string
  /** Whether the collection gives environments of several clients, or of several sets. */
  severalClients: boolean
  severalSets: boolean
}

/** An environment is named after its collection. What tells it from others of it comes first: a list cuts names at their end. */
export function nameOf(
  draft: ImportDraft,
  { client, set, settings, file, severalClients, severalSets }: Naming,
): string {
  const isCollection = draft.clients.length + draft.calls.length > 0
  const setName = set?.name ?? ''
  const collection =
    draft.name ||
    (severalSets ? '' : setName) ||
    (severalClients ? '' : client?.name) ||
    hostOf(settings.token_endpoint || settings.issuer) ||
    fileName(file)
  const parts = isCollection
    ? [
        severalClients && client !== null ? client.name || shownId(settings.client_id) : '',
        severalSets ? withoutStart(setName, collection) : '',
        collection,
      ]
    : [setName || collection]
  const different = new Set(parts.map(plain).filter((part) => part !== ''))
  return [...different].join(' · ').slice(0, longest).trim() || draft.format
}

/** An ID that looks like a secret names nothing. */
const shownId = (id: string): string => (textForPeople(id) === id ? id : '')

const plain = (text: string): string => textForPeople(text).replaceAll(/\s+/g, ' ').trim()

/** Without the words that the other text begins with as well, unless nothing is left: `Orders dev` of `Orders API` is `dev`. */
function withoutStart(text: string, other: string): string {
  const [words, others] = [text, other].map((one) => one.trim().split(/\s+/))
  const same = words?.findIndex((word, index) => word.toLowerCase() !== others?.[index]?.toLowerCase()) ?? -1
  return same < 0 ? text : (words?.slice(same).join(' ') ?? text)
}

/** Without its folders and its ending. */
function fileName(file: string): string {
  const name = file.split('/').at(-1) ?? ''
  return name.replace(/^([^.]+)\..*$/, '$1')
}
