import { expect, test } from 'vitest'
import { newEnvironment } from '../../../electron/catalogue/new-environment.ts'
import { type EnvironmentInput, environmentInputSchema } from '../../../electron/contract/environment.ts'
import { environmentProblems } from '../../../renderer/features/environments/environment-problems.ts'

const named: EnvironmentInput = { ...newEnvironment, name: 'Orders' }
const { assertion, network, mtls_endpoint_aliases: aliases } = named
const wrong = '\n#'
const long = 'x'.repeat(300_000)
const plain = (name: string, value: string) => ({ name, value, secret: false })
const withSource = (source: NonNullable<EnvironmentInput['secretSources']['dpop_key']>): EnvironmentInput => ({
  ...named,
  secretSources: { dpop_key: source },
})

const environments: readonly EnvironmentInput[] = [
  named,
  newEnvironment,
  { ...named, issuer: wrong, token_endpoint: wrong, introspection_endpoint: wrong, revocation_endpoint: wrong },
  {
    ...named,
    jwks_uri: wrong,
    mtls_endpoint_aliases: { ...aliases, token_endpoint: wrong, revocation_endpoint: wrong },
  },
  { ...named, name: long, client_id: long, audience: long, scope: long, notes: long },
  { ...named, resource: [wrong], headers: [{ name: '', value: wrong }], parameters: [{ name: ' ', value: long }] },
  { ...named, resource: Array.from({ length: 21 }, () => 'urn:x') },
  { ...named, headers: Array.from({ length: 51 }, () => ({ name: 'X', value: '' })) },
  { ...named, parameters: Array.from({ length: 51 }, () => ({ name: 'x', value: '' })) },
  { ...named, variables: [plain('a', ''), plain('a b', long), plain('', wrong), plain('a', ''), plain(long, '')] },
  { ...named, renewBefore: -1, assertion: { ...assertion, lifetime: 0, kid: long, otherAudience: long } },
  {
    ...named,
    assertion: { ...assertion, keyFile: long, certificate: long, certificateFile: long, assertionFile: long },
  },
  { ...named, dpop: { ...named.dpop, keyFile: long }, scope: 'a"' },
  { ...named, network: { ...network, proxy: { mode: 'explicit', url: wrong, username: long, bypass: long } } },
  { ...named, network: { ...network, ca: long, caFile: long, acceptedCertificate: '12' } },
  {
    ...named,
    network: { ...network, clientCertificate: { certificate: long, certificateFile: long, keyFile: long } },
  },
  { ...named, network: { ...network, timeLimits: { connect: 1, firstByte: 9_000_000, total: Number.NaN } } },
  withSource({ kind: 'environment_variable', variable: '=' }),
  withSource({ kind: 'file', path: '', pointer: 'x' }),
  withSource({
    kind: 'vault',
    address: wrong,
    namespace: long,
    engine: 'kv2',
    mount: '',
    path: '',
    key: '',
    version: -1,
    login: { method: 'approle', mount: long, roleId: '' },
    caFile: long,
  }),
  withSource({
    kind: 'vault',
    address: '',
    namespace: '',
    engine: 'kv1',
    mount: 'a',
    path: 'b',
    key: 'c',
    version: 0.5,
    login: { method: 'kubernetes', mount: long, role: '', tokenFile: long },
    caFile: '',
  }),
  withSource({
    kind: 'aws_secrets_manager',
    region: long,
    secretId: '',
    versionStage: long,
    key: long,
    endpoint: wrong,
  }),
  withSource({ kind: 'azure_key_vault', vaultUrl: wrong, secretName: ' ', version: long }),
]

test.each(environments.map((value, index) => [index, value] as const))(
  'the window finds a problem with the same fields as the schema of core (%i)',
  (_, value) => {
    const issues = environmentInputSchema.safeParse(value).error?.issues ?? []
    const fields = issues.map(({ path }) => (path[0] === 'resource' ? 'resource' : path.join('.')))
    expect(Object.keys(environmentProblems(value)).toSorted()).toEqual([...new Set(fields)].toSorted())
  },
)
