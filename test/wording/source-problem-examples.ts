const none = [{}] as const
const withEach = <One extends object, Common extends object>(each: readonly One[], common: Common) =>
  each.map((one) => Object.assign(structuredClone(common), one))
const path = '/run/secret.json'
const where = 'secret/app'
const said = 'Because it is so.'
const login = { method: 'AppRole', mount: 'approle' }
const places = [
  { place: 'variable', name: 'APP_SECRET' },
  { place: 'file', name: path },
  { place: 'first_line', name: path },
  { place: 'json_string', name: '/secret', within: path },
  { place: 'secret', name: 'prod/app' },
  { place: 'key_of_secret', name: 'password', within: 'prod/app' },
  { place: 'vault_key', name: 'password', within: where },
]
const refusals = ['400', '403', '404', '412', '429', '472', '473', '503', '500', '418'].flatMap((status) => [
  { status },
  { status, isSealed: 'yes', said: 'no; never' },
])

export const sourceProblemExamples = {
  source_cancelled: none,
  source_unreachable: [{ trust: 'source' }],
  source_redirects: [{ origin: 'https://vault.example', status: '302' }],
  source_value_empty: places,
  source_value_too_long: withEach(places, { length: '100001', most: '100000' }),
  source_variable_not_set: [{ variable: 'APP_SECRET' }],
  source_file_not_text: [{ path }],
  source_file_empty: [{ path }],
  source_file_not_json: [{ path }],
  source_file_needs_pointer: [{ path }],
  source_pointer_leads_nowhere: [
    { path, pointer: '/oauth/secret', name: '"secret"', within: '/oauth' },
    { path, pointer: '/secret', name: '"secret"' },
  ],
  source_pointer_to_no_string: ['array', 'object', 'boolean', 'number'].map((found) => ({
    path,
    pointer: '/port',
    found,
  })),
  source_given_by_person: none,
}

const addresses = [{ where: 'typed' }, { where: 'variable' }]
const paths = [{ what: 'engine' }, { what: 'secret' }, { what: 'login', method: 'AppRole' }]
const proofs = ['environment', 'VAULT_TOKEN', '~/.vault-token'].map((from) => ({ from }))

export const vaultProblemExamples = {
  vault_address_not_entered: none,
  vault_address_invalid: addresses,
  vault_address_with_query: addresses,
  vault_address_not_encrypted: addresses,
  vault_path_with_gap: paths,
  vault_path_with_dots: paths,
  vault_path_with_invisible_character: paths,
  vault_namespace_invalid: none,
  vault_token_missing: none,
  vault_secret_id_missing: none,
  service_account_token_unusable: none,
  vault_login_empty: proofs,
  vault_login_malformed: proofs,
  vault_login_refused: withEach(refusals, login),
  vault_login_second_factor: [login],
  vault_login_without_token: [login],
  vault_read_refused: withEach(refusals, { where, asked: 'secret/data/app' }),
  vault_redirects: [
    { address: 'https://vault.example', status: '307', location: 'https://active.example/v1/secret' },
    { address: 'https://vault.example', status: '307' },
  ],
  vault_answer_empty: [{ address: 'https://vault.example', status: '204' }],
  vault_answer_not_json: [{ address: 'https://vault.example', status: '200' }],
  vault_answer_without_data: [{ where }],
  vault_answer_without_version_data: [{ where }],
  vault_key_no_string: [{ key: 'port', where, found: 'number' }],
  vault_key_missing: [
    { key: 'password', where, keys: 'client_secret, port' },
    { key: 'password', where },
  ],
  vault_engine_version_differs: [{ mount: 'secret', version: '2' }],
  vault_path_with_data: [{ mount: 'secret' }],
  vault_engine_unsupported: [{ mount: 'pki', engine: 'pki' }, { mount: 'pki' }],
  vault_version_destroyed: [{ version: '3', where }],
  vault_version_deleted: [
    { version: '3', where, at: '2026-11-24 12:00:00 UTC' },
    { version: '3', where },
  ],
}

const secretId = 'prod/app'
const sayings = [{}, { said }]
const ofAwsSecret = withEach(sayings, { secretId })

export const awsProblemExamples = {
  aws_endpoint_not_encrypted: none,
  aws_secret_missing: withEach(ofAwsSecret, { stage: 'AWSCURRENT' }),
  aws_access_denied: ofAwsSecret,
  aws_not_decrypted: ofAwsSecret,
  aws_secret_withheld: ofAwsSecret,
  aws_input_refused: sayings,
  aws_access_key_refused: sayings,
  aws_login_expired: sayings,
  aws_login_missing: sayings,
  aws_region_missing: sayings,
  aws_throttled: sayings,
  aws_failed: sayings,
  aws_no_secret: sayings,
  aws_secret_binary: [{ secretId }],
  aws_answer_without_secret: [{ secretId }],
  aws_secret_not_json: [{ secretId }],
  aws_key_missing: [{ secretId, key: 'password' }],
  aws_key_no_string: [{ secretId, key: 'port', found: 'number' }],
}

const vault = 'https://name.vault.azure.net'
const ofAzureSecret = [
  { secret: 'app', vault },
  { secret: 'app', vault, version: '0a1b', said },
]

export const azureProblemExamples = {
  azure_address_not_entered: none,
  azure_address_not_https: none,
  azure_address_too_long: [{ origin: vault }],
  azure_answer_without_value: [{ secret: 'app' }],
  azure_login_missing: sayings,
  azure_login_failed: sayings,
  azure_other_tenant: sayings,
  azure_client_secret_wrong: sayings,
  azure_client_secret_expired: sayings,
  azure_application_unknown: sayings,
  azure_tenant_unknown: sayings,
  azure_other_domain: sayings,
  azure_login_refused: [{ vault }, { vault, said }],
  azure_secret_disabled: ofAzureSecret,
  azure_access_denied: ofAzureSecret,
  azure_secret_missing: ofAzureSecret,
  azure_throttled: sayings,
  azure_failed: [{ status: '503' }, { status: '503', said }],
  azure_no_secret: [{ vault }, { vault, said }],
}
