import type { Writers } from '../../catalogue/evidence.ts'
import type { azureProblems } from '../../catalogue/problems/azure.ts'

interface Said {
  said?: string
}

const withSaid = (sentence: string, { said }: Said) =>
  said === undefined ? sentence : `${sentence} Azure says: ${said}`
const saying = (sentence: string) => (evidence: Said) => withSaid(sentence, evidence)

const secretText = ({ secret, version }: { secret: string; version?: string }) =>
  version === undefined ? secret : `${secret}, version ${version},`

export const azureProblemWriters: Writers<typeof azureProblems, string> = {
  azure_address_not_entered: () => 'Enter the address of the vault, such as https://name.vault.azure.net.',
  azure_address_not_https: () => 'The address of a key vault begins with https://.',
  azure_address_too_long: ({ origin }) =>
    `Enter the address of the vault alone: ${origin}. Name and version have fields of their own.`,
  azure_answer_without_value: ({ secret }) =>
    `The vault answered for ${secret} without a value. Check that it is a key vault.`,
  azure_login_missing: saying(
    'The Azure SDK finds no login. Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET for the app, or log in with `az login`.',
  ),
  azure_login_failed: saying(
    'Logging in at Azure failed. Check the login that is set up for the app, or log in again with `az login`.',
  ),
  azure_other_tenant: saying(
    'The vault is of another tenant than the login. Set AZURE_TENANT_ID to that of the vault, or log in there.',
  ),
  azure_client_secret_wrong: saying(
    'Azure does not accept the client secret the app logs in with. AZURE_CLIENT_SECRET has to be its value, not its ID.',
  ),
  azure_client_secret_expired: saying(
    'The client secret the app logs in with has expired. Make another, and set AZURE_CLIENT_SECRET to it.',
  ),
  azure_application_unknown: saying(
    'The tenant does not know the application. Check AZURE_CLIENT_ID and AZURE_TENANT_ID.',
  ),
  azure_tenant_unknown: saying('Azure does not know the tenant. Check AZURE_TENANT_ID.'),
  azure_other_domain: saying(
    'The vault asks for a login at another domain than its own, which is not given. Check the address of the vault.',
  ),
  azure_login_refused: ({ vault, ...rest }) =>
    withSaid(`The vault ${vault} does not accept the login: it is for another tenant, or has expired.`, rest),
  azure_secret_disabled: (evidence) =>
    withSaid(`The secret ${secretText(evidence)} is disabled. Enable it, or enter another version.`, evidence),
  azure_access_denied: (evidence) =>
    withSaid(
      `This login may not read ${secretText(evidence)} in ${evidence.vault}. It needs the role "Key Vault Secrets User" (or the access policy "Get"), and the vault's firewall has to let this network in.`,
      evidence,
    ),
  azure_secret_missing: (evidence) =>
    withSaid(
      `The vault ${evidence.vault} has no secret ${secretText(evidence)} or it was deleted. Check name and version.`,
      evidence,
    ),
  azure_throttled: saying('The vault takes no more requests for now. Try again later.'),
  azure_failed: ({ status, ...rest }) => withSaid(`The vault failed (${status}). Try again later.`, rest),
  azure_no_secret: ({ vault, ...rest }) => withSaid(`${vault} gave no secret. Check that it is a key vault.`, rest),
}
