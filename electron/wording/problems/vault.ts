import type { Writers } from '../../catalogue/evidence.ts'
import type { vaultProblems } from '../../catalogue/problems/vault.ts'
import { jsonKind } from '../json-kind.ts'
import { vaultRefusal } from './vault-refusal.ts'

const addressText = (where: string) =>
  where === 'variable' ? 'The address of Vault in VAULT_ADDR' : 'The address of Vault'

const paths: ReadonlyMap<string, string> = new Map([
  ['engine', 'The mount of the engine'],
  ['secret', 'The path of the secret'],
])
const pathText = ({ what, method }: { what: string; method?: string }) =>
  paths.get(what) ?? `The mount of ${method ?? 'the login'}`

const proofText = (from: string) =>
  `What to log in at Vault with (${from === 'environment' ? 'entered for this environment' : from})`

const loginText = ({ method, mount }: { method: string; mount: string }) =>
  `Logging in at Vault by ${method} (auth/${mount})`

const enterAddress = 'Check the address, and whether a proxy or login page is in front of it.'

export const vaultProblemWriters: Writers<typeof vaultProblems, string> = {
  vault_address_not_entered: () => 'Enter the address of Vault, or set VAULT_ADDR and start the app again.',
  vault_address_invalid: ({ where }) => `${addressText(where)} is not usable.`,
  vault_address_with_query: ({ where }) => `${addressText(where)} has a query (?…). Enter it without.`,
  vault_address_not_encrypted: ({ where }) =>
    `${addressText(where)} is http, where everybody on the way could read the token and the secret. Use https; http is for this computer alone.`,
  vault_path_with_gap: (evidence) => `${pathText(evidence)} has nothing between two slashes. Correct it.`,
  vault_path_with_dots: (evidence) =>
    `${pathText(evidence)} has a "." or ".." in it, which Vault does not know. Enter it in full.`,
  vault_path_with_invisible_character: (evidence) =>
    `${pathText(evidence)} has an invisible character in it. Type it again.`,
  vault_namespace_invalid: () => 'A namespace of Vault has neither spaces nor accents. Correct it.',
  vault_token_missing: () =>
    'There is no token for Vault. Enter one, set VAULT_TOKEN, or run `vault login`, which writes ~/.vault-token.',
  vault_secret_id_missing: () => 'There is no secret ID for AppRole. Enter one, or set VAULT_SECRET_ID.',
  service_account_token_unusable: () => 'The token of the service account cannot be used.',
  vault_login_empty: ({ from }) => `${proofText(from)} is empty. Enter it again.`,
  vault_login_malformed: ({ from }) =>
    `${proofText(from)} has white space or other characters in it that none has. Enter it again.`,
  vault_login_refused: ({ status, isSealed, said, ...login }) =>
    vaultRefusal(loginText(login), { status, isSealed, said }, loginDenied),
  vault_login_second_factor: (login) =>
    `${loginText(login)}: Vault wants a second factor, which nobody can give here. Use a role without one.`,
  vault_login_without_token: (login) =>
    `${loginText(login)}: the answer has no token (auth.client_token) in it. Check that this is Vault.`,
  vault_read_refused: ({ where, asked, status, isSealed, said }) =>
    vaultRefusal(
      `Reading ${where} in Vault`,
      { status, isSealed, said },
      `The token is no longer valid, is of another namespace, or has no policy that allows "read" on ${asked}.`,
    ),
  vault_redirects: ({ address, status, location }) =>
    `${address} redirects (${status}) ${location === undefined ? 'elsewhere' : `to ${location}`}. That is not followed, because the token would go there. If that is the active Vault, enter its address.`,
  vault_answer_empty: ({ address, status }) =>
    `${address} answered ${status} with nothing; Vault answers with JSON. ${enterAddress}`,
  vault_answer_not_json: ({ address, status }) =>
    `${address} answered ${status} with something that is not JSON; Vault answers with JSON. ${enterAddress}`,
  vault_answer_without_data: ({ where }) => `Vault's answer for ${where} has no data in it. Check that this is Vault.`,
  vault_answer_without_version_data: ({ where }) =>
    `Vault's answer for ${where} has no data.data in it. Check that the engine is version 2.`,
  vault_key_no_string: ({ key, where, found }) =>
    `The key ${key} of ${where} in Vault is ${jsonKind(found)}, and a secret is a string.`,
  vault_key_missing: ({ key, where, keys }) => `${where} in Vault has no key ${key}. It has: ${keys ?? 'none'}.`,
  vault_engine_version_differs: ({ mount, version }) => otherVersion(mount, version),
  vault_path_with_data: ({ mount }) => `${otherVersion(mount, '2')} Leave "data/" out of the path.`,
  vault_engine_unsupported: ({ mount, engine }) =>
    `The mount ${mount} is ${engine === undefined ? 'another engine' : `the engine "${engine}"`}, which keeps no key-value secrets. Enter another mount.`,
  vault_version_destroyed: ({ version, where }) =>
    `Version ${version} of ${where} in Vault was destroyed and cannot be recovered. Enter another version.`,
  vault_version_deleted: ({ version, where, at }) =>
    `Version ${version} of ${where} in Vault was deleted${at === undefined ? '' : ` at ${at}`}. Undelete it (\`vault kv undelete\`), or enter another version.`,
}

const loginDenied =
  'Check the role, what it logs in with, whether that has expired, and from where the role may log in.'

const otherVersion = (mount: string, version: string): string =>
  `The mount ${mount} is the key-value engine version ${version}. Choose version ${version} for this source.`
