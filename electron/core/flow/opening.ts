import type { Rejection } from '../token/rejections/rejection.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { memberOf, stringOf } from '../../common/json-source.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { readJsonObject } from '../json/json.ts'
import { openJwe } from '../token/decrypt/open.ts'
import type { OpeningMaterial } from '../token/decrypt/opening-material.ts'
import type { Materials } from './opening-materials.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'

/** What was inside a JWE, and how each layer was opened. */
export interface Opened {
  kind: 'opened'
  by: OpeningMaterial['by']
  /** The text inside, a token as a rule. */
  text: string
  decoded: DecodedToken
  /** The claims of a JWE that holds them without a signature; null for one that holds a token. @see RFC 7519 §7.1 */
  claims: JsonObject | null
  /** The outer layer, where a JWE was within a JWE. */
  outer: Layer | null
  layer: Layer
}

/** By what a layer was opened, and how it was encrypted. */
interface Layer {
  by: OpeningMaterial['by']
  alg: string
  enc: string
}

export type Opening = Opened | ({ kind: 'closed' } & Rejection)

/** Gives what there is to open a JWE with this header with. */
export type MaterialsFor = (header: JsonObject) => Promise<Materials>

/** Opens a JWE, and one within it; a third stays closed. */
export async function openLayers(
  token: string,
  header: JsonObject,
  materialsFor: MaterialsFor,
): Promise<Prepared<Opening>> {
  const outer = await openLayer(token, header, materialsFor)
  if (!outer.ok || outer.value.kind === 'closed' || outer.value.decoded.kind !== 'jwe') return outer
  const { text, decoded, layer } = outer.value
  const inner = await openLayer(text, decoded.header, materialsFor)
  if (!inner.ok) return inner
  if (inner.value.kind === 'closed') return outer
  return { ok: true, value: { ...inner.value, outer: layer } }
}

async function openLayer(token: string, header: JsonObject, materialsFor: MaterialsFor): Promise<Prepared<Opening>> {
  // What the header condemns by itself is refused before any secret is read.
  const unopened = await openJwe(token, [])
  if (unopened.kind === 'closed' && unopened.reason !== 'no_key') return { ok: true, value: unopened }
  const { materials, problems } = await materialsFor(header)
  const opened = await openJwe(token, materials)
  // What could not be read is a problem only when nothing else opens it.
  if (opened.kind === 'closed') return problems.length > 0 ? notPrepared(...problems) : { ok: true, value: opened }
  const { by, content } = opened
  const text = Buffer.from(content).toString('utf8').trim()
  const reading = text.startsWith('{') ? readJsonObject(text) : null
  const named = (name: string) => stringOf(memberOf(header, name)?.source) ?? ''
  const claims = reading?.kind === 'object' ? reading.object : null
  const layer = { by, alg: named('alg'), enc: named('enc') }
  return { ok: true, value: { kind: 'opened', by, text, decoded: decodeToken(text), claims, outer: null, layer } }
}
