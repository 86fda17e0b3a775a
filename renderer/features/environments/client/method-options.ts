import type { ComboboxStringGroupData } from '@mantine/core'
import type { AssertionAlgorithm, AuthMethod } from '../../../../electron/contract/client-authentication.ts'
import type { Metadata } from '../../../../electron/contract/outcome.ts'
import {
  asymmetricAlgorithms,
  authMethods,
  symmetricAlgorithms,
} from '../../../../electron/vocabulary/client-authentication.ts'

const words: Readonly<Record<AuthMethod, string>> = {
  client_secret_basic: 'id and secret in a header',
  client_secret_post: 'id and secret in the body',
  client_secret_jwt: 'assertion signed with the secret',
  private_key_jwt: 'assertion signed with a private key',
  client_assertion_file: 'ready-made assertion from a file',
  tls_client_auth: 'client certificate from an authority',
  self_signed_tls_client_auth: 'self-signed client certificate',
  none: 'the client ID alone (public client)',
}

/** All methods; those that the server publishes come first, once it was asked. */
export function methodOptions(metadata: Metadata | null): ComboboxStringGroupData {
  const published = metadata?.token_endpoint_auth_methods_supported ?? null
  return grouped(
    authMethods,
    // A ready-made assertion is a private_key_jwt that somebody else signed.
    published?.includes('private_key_jwt') ? [...published, 'client_assertion_file'] : published,
    (method) => `${method} — ${words[method]}`,
  )
}

/** The algorithms that fit the method; those that the server publishes come first. */
export function algorithmOptions(method: AuthMethod, metadata: Metadata | null): ComboboxStringGroupData {
  const published = metadata?.token_endpoint_auth_signing_alg_values_supported ?? null
  return grouped(algorithmsOf(method), published, (algorithm) => algorithm)
}

export function dpopOptions(metadata: Metadata | null): ComboboxStringGroupData {
  return grouped(asymmetricAlgorithms, metadata?.dpop_signing_alg_values_supported ?? null, (algorithm) => algorithm)
}

/** The algorithm that stays when the method is changed: it follows from one family to the other. */
export function algorithmFor(method: AuthMethod, current: AssertionAlgorithm): AssertionAlgorithm {
  const fitting = algorithmsOf(method)
  const [first = current] = fitting
  return signs(method) && !fitting.includes(current) ? first : current
}

const signs = (method: AuthMethod): boolean => method === 'client_secret_jwt' || method === 'private_key_jwt'

const algorithmsOf = (method: AuthMethod): readonly AssertionAlgorithm[] =>
  method === 'client_secret_jwt' ? symmetricAlgorithms : asymmetricAlgorithms

function grouped<Value extends string>(
  values: readonly Value[],
  published: readonly string[] | null,
  label: (value: Value) => string,
): ComboboxStringGroupData {
  const items = values.map((value) => ({ value, label: label(value) }))
  const first = items.filter(({ value }) => published?.includes(value))
  const rest = items.filter(({ value }) => !published?.includes(value))
  if (first.length === 0) return items
  return [
    { group: 'Published by the server', items: first },
    ...(rest.length === 0 ? [] : [{ group: 'Other', items: rest }]),
  ]
}
