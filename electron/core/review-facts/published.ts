import { issuerOf } from '../../common/metadata-urls.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { Metadata, PublishedKey } from '../../contract/outcome.ts'
import { judgeKeySet } from '../oauth/key-set.ts'
import { judgeMetadata } from '../oauth/metadata.ts'
import { recordedAddress } from './recorded-address.ts'
import { transcriptOf } from './transcript-of.ts'

type Settings = Pick<EnvironmentInput, 'issuer' | 'jwks_uri'>

/** What the newest metadata say that were read of the issuer; null where none was found. `exchanges` are newest first. */
export function publishedMetadata(exchanges: readonly Exchange[], { issuer }: Settings): Metadata | null {
  if (!URL.canParse(issuer)) return null
  for (const exchange of exchanges) {
    if (exchange.purpose !== 'discovery') continue
    const judged = judgeMetadata(transcriptOf(exchange), issuerOf(issuer))
    if (judged.kind === 'found') return judged.metadata
  }
  return null
}

/** The keys that the server published when they were read last; null where they were not, or it had none. */
export async function publishedKeys(
  exchanges: readonly Exchange[],
  { jwks_uri }: Settings,
): Promise<PublishedKey[] | null> {
  const wanted = recordedAddress(jwks_uri)
  for (const exchange of exchanges) {
    if (exchange.purpose !== 'jwks' || recordedAddress(exchange.request.url) !== wanted) continue
    const judged = await judgeKeySet(transcriptOf(exchange))
    if (judged.kind === 'keys') return [...judged.keys]
  }
  return null
}
