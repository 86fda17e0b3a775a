import { Code, Group, Text } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import type { Metadata } from '../../../../electron/contract/outcome.ts'
import { visible } from '../../../../electron/common/visible.ts'

const most = 40

/** What the metadata says besides endpoints, for this flow. */
export function MetadataFacts({ metadata }: { metadata: Metadata }) {
  const bound = metadata.tls_client_certificate_bound_access_tokens
  const { issuer, access_token_issuer: other } = metadata
  const ofAccessTokens: [string, ReactNode][] =
    other === null || other === issuer ? [] : [['Issuer of access tokens', visible(other)]]
  const facts: [string, ReactNode][] = [
    ...ofAccessTokens,
    ['Grant types', grantTypes(metadata.grant_types_supported)],
    ['Authentication methods', <List key="methods" values={metadata.token_endpoint_auth_methods_supported} />],
    ['Assertion algorithms', <List key="algs" values={metadata.token_endpoint_auth_signing_alg_values_supported} />],
    ['Scopes', <List key="scopes" values={metadata.scopes_supported} />],
    ['DPoP', <List key="dpop" values={metadata.dpop_signing_alg_values_supported} />],
    [
      'Mutual TLS',
      bound === null
        ? 'nothing said'
        : bound
          ? 'tokens can be bound to a certificate'
          : 'tokens are not bound to certificates',
    ],
  ]
  return (
    <dl className="fact-list">
      {facts.map(([title, value]) => (
        <Fragment key={title}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

function grantTypes(values: Metadata['grant_types_supported']): ReactNode {
  if (values === null) return 'nothing said'
  return values.includes('client_credentials') ? (
    'client_credentials is among them'
  ) : (
    <Text span size="sm" c="var(--warn)">
      client_credentials is not among them: {visible(values.join(', ')) || 'none'}
    </Text>
  )
}

function List({ values }: { values: readonly string[] | null }) {
  if (values === null) return 'nothing said'
  if (values.length === 0) return 'none'
  return (
    <Group gap={4}>
      {values.slice(0, most).map((value, index) => (
        <Code key={`${value}-${index}`}>{visible(value)}</Code>
      ))}
      {values.length > most ? <span>and {values.length - most} more</span> : null}
    </Group>
  )
}
