import path from 'node:path'
import type { VaultSource } from '../../../contract/secret-source.ts'
import { readAssertion } from '../../credentials/assertion-file.ts'
import { readCredentialFile } from '../../credentials/credential-file.ts'
import { type Reading, unreadable } from '../../credentials/reading.ts'
import { problem } from '../../problem.ts'
import type { SourceAccess } from '../source.ts'
import { isObject } from './json-text.ts'
import { strictText } from './strict-text.ts'
import { encodedPath } from './vault-path.ts'
import { refusalOf } from './vault-problem.ts'
import { askVault, type Vault } from './vault-request.ts'

type Login = VaultSource['login']
type Access = Pick<SourceAccess, 'login' | 'variables' | 'homeFolder' | 'now'>

/** What proves who asks: a token, or what a token is got for. `from`: a variable, a path, or environment for what is entered there. */
export interface Proof {
  secret: string
  from: string
}

/** Finds what to log in with, before anything is sent. Never quotes it. */
export async function findProof(login: Login, access: Access): Promise<Reading<Proof>> {
  switch (login.method) {
    case 'token':
      return findToken(access)
    case 'approle':
      return findSecretId(access)
    case 'kubernetes':
      return findServiceAccount(login.tokenFile, access)
  }
}

/** A token for one reading: it is not kept, and ends when its time does. */
export async function logIn(vault: Vault, login: Login, { secret }: Proof): Promise<Reading<string>> {
  switch (login.method) {
    case 'token':
      return { ok: true, value: secret }
    case 'approle':
      return exchange(vault, login.mount || 'approle', 'AppRole', { role_id: login.roleId, secret_id: secret })
    case 'kubernetes':
      return exchange(vault, login.mount || 'kubernetes', 'Kubernetes', { role: login.role, jwt: secret })
  }
}

async function findToken({ login, variables, homeFolder }: Access): Promise<Reading<Proof>> {
  if (login.vault_token) return proof(login.vault_token, 'environment')
  if (variables['VAULT_TOKEN']) return proof(variables['VAULT_TOKEN'], 'VAULT_TOKEN')
  const file = await readCredentialFile(path.join(homeFolder, '.vault-token'))
  if (file.ok) return proof(strictText(file.value) ?? '', '~/.vault-token')
  return file.problem.code === 'file_missing' ? unreadable('vault_token_missing') : file
}

async function findSecretId({ login, variables }: Access): Promise<Reading<Proof>> {
  if (login.vault_secret_id) return proof(login.vault_secret_id, 'environment')
  if (variables['VAULT_SECRET_ID']) return proof(variables['VAULT_SECRET_ID'], 'VAULT_SECRET_ID')
  return unreadable('vault_secret_id_missing')
}

const usualTokenFile = '/var/run/secrets/kubernetes.io/serviceaccount/token'

/** What is no signed JWT is not sent: a setting that came from somebody else could name any file. */
async function findServiceAccount(tokenFile: string, { now }: Access): Promise<Reading<Proof>> {
  const place = tokenFile || usualTokenFile
  const file = await readCredentialFile(place)
  if (!file.ok) return file
  const assertion = readAssertion(file.value, now())
  return assertion.ok
    ? proof(assertion.value, place)
    : { ok: false, problem: { ...problem('service_account_token_unusable'), cause: assertion.problem } }
}

/** It goes into a header or JSON as it is, without the line break that editors and shells leave. */
function proof(text: string, from: string): Reading<Proof> {
  const secret = text.trim()
  if (/^[\x21-\x7e]+$/.test(secret)) return { ok: true, value: { secret, from } }
  return unreadable(secret === '' ? 'vault_login_empty' : 'vault_login_malformed', { from })
}

async function exchange(
  vault: Vault,
  mount: string,
  method: string,
  body: Readonly<Record<string, string>>,
): Promise<Reading<string>> {
  const encoded = encodedPath(mount, { what: 'login', method })
  if (!encoded.ok) return encoded
  const reading = await askVault(vault, { path: `auth/${encoded.value}/login`, token: null, body })
  if (!reading.ok) return reading
  const { status, json } = reading.value
  if (status !== 200) return unreadable('vault_login_refused', { method, mount, ...refusalOf(reading.value) })
  const { auth } = json
  const token = isObject(auth) ? auth['client_token'] : undefined
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return { ok: true, value: token }
  const isSecondFactor = isObject(auth) && isObject(auth['mfa_requirement'])
  return unreadable(isSecondFactor ? 'vault_login_second_factor' : 'vault_login_without_token', { method, mount })
}
