import type { ImportFact, ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftClient } from '../../drafts/import-draft.ts'
import { isClient } from './bruno-authorization.ts'
import { certificateReader, withCertificate } from './bruno-certificates.ts'
import { readClient } from './bruno-client.ts'
import type { BrunoAuth, BrunoCollection, BrunoLevel } from './bruno-collection.ts'
import type { Found } from './bruno-requests.ts'
import type { BrunoTexts } from './bruno-texts.ts'

/** Addresses of one client that are looked at for its certificate. */
const mostAddresses = 200

export interface Clients {
  all: ReadonlySet<DraftClient>
  byAuth: ReadonlyMap<BrunoAuth, DraftClient>
  /** By the name of its token; null where several have one name. */
  byId: ReadonlyMap<string, DraftClient | null>
  notes: readonly { fact: ImportFact; place: ImportPlace }[]
}

/** Of requests, and of folders and the collection, whether a request takes them or not. */
export function clientsOf(
  { proxy, root, ...collection }: BrunoCollection,
  requests: readonly Found[],
  levels: readonly BrunoLevel[],
  texts: BrunoTexts,
  addresses: (text: string) => readonly string[],
): Clients {
  const certificates = [...collection.certificates, ...collection.environments.flatMap((one) => one.certificates)]
  const certificateFor = certificateReader(certificates, texts)
  const notes: Clients['notes'][number][] = []
  const urls = Map.groupBy(requests, ({ auth }) => auth)
  const auths = new Set([...levels.map(({ auth }) => auth), ...requests.map(({ auth }) => auth)].filter(isClient))
  const byAuth = new Map<BrunoAuth, DraftClient>()
  const byId = new Map<string, DraftClient | null>()
  const given = new Set<object>()
  for (const auth of auths) {
    const read = readClient(auth, texts, proxy)
    for (const one of read.notes) notes.push(one)
    const used =
      certificates.length === 0
        ? []
        : [
            read.client.settings.token_endpoint ?? '',
            ...new Set((urls.get(auth) ?? []).map(({ request }) => texts.ours(request.url))),
          ]
    const certificate = certificateFor(used.slice(0, mostAddresses).flatMap(addresses))
    if (certificate !== undefined) given.add(certificate)
    const client = certificate === undefined ? read.client : withCertificate(read.client, certificate, texts)
    byAuth.set(auth, client)
    byId.set(read.id, byId.has(read.id) ? null : client)
  }
  const all = new Set(byAuth.values())
  for (const certificate of certificates) {
    const { place } = certificate
    for (const path of [certificate.certificate, certificate.key])
      if (path !== '') notes.push({ fact: { code: 'file_not_read', evidence: { name: path } }, place })
    if (byAuth.size === 0) all.add(withCertificate({ name: '', place, settings: {}, secrets: {} }, certificate, texts))
    else if (!given.has(certificate))
      notes.push({ fact: { code: 'not_used', evidence: { name: certificate.domain } }, place })
  }
  if (proxy !== null && byAuth.size === 0)
    notes.push({ fact: { code: 'not_used', evidence: { name: 'proxy' } }, place: root.place })
  return { all, byAuth, byId, notes }
}
