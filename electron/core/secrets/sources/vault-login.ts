import path from 'node:path'
import type { VaultSource } from '../../../contract/secret-source.ts'
import { problemSentence } from '../../../wording/problems.ts'
import { readAssertion } from '../../credentials/assertion-file.ts'
import { readCredentialFile } from '../../credentials/credential-file.ts'
import { inWords, type Reading } from './reading.ts'
import type { SourceAccess } from '../source.ts'
import { isObject } from './json-text.ts'
import { strictText } from './strict-text.ts'
import { encodedPath } from './vault-path.ts'
import { vaultProblem } from './vault-problem.ts'
import { askVault, type Vault } from './vault-request.ts'

type Login = VaultSource['login']
type Access = Pick<SourceAccess, 'login' | 'variables' | 'homeFolder' | 'now'>

/** What proves who asks: a token, or what a token is got for. `from` says where it was found. */
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
  if (login.vault_token) return proof(login.vault_token, 'entered for this environment')
  if (variables['VAULT_TOKEN']) return proof(variables['VAULT_TOKEN'], 'VAULT_TOKEN')
  const file = await readCredentialFile(path.join(homeFolder, '.vault-token'))
  if (file.ok) return proof(strictText(file.value) ?? '', '~/.vault-token')
  return file.problem.code === 'file_missing'
    ? fail(
        'There is no token for Vault. Enter one, set VAULT_TOKEN, or run `vault login`, which writes ~/.vault-token.',
      )
    : inWords(file)
}

async function findSecretId({ login, variables }: Access): Promise<Reading<Proof>> {
  if (login.vault_secret_id) return proof(login.vault_secret_id, 'entered for this environment')
  if (variables['VAULT_SECRET_ID']) return proof(variables['VAULT_SECRET_ID'], 'VAULT_SECRET_ID')
  return fail('There is no secret ID for AppRole. Enter one, or set VAULT_SECRET_ID.')
}

const usualTokenFile = '/var/run/secrets/kubernetes.io/serviceaccount/token'

/** What is no signed JWT is not sent: a setting that came from somebody else could name any file. */
async function findServiceAccount(tokenFile: string, { now }: Access): Promise<Reading<Proof>> {
  const place = tokenFile || usualTokenFile
  const file = await readCredentialFile(place)
  if (!file.ok) return inWords(file)
  const assertion = readAssertion(file.value, now())
  return assertion.ok
    ? proof(assertion.value, place)
    : fail(`The token of the service account: ${problemSentence(assertion.problem)}`)
}

/** It goes into a header or JSON as it is, without the line break that editors and shells leave. */
function proof(text: string, from: string): Reading<Proof> {
  const secret = text.trim()
  if (/^[\x21-\x7e]+$/.test(secret)) return { ok: true, value: { secret, from } }
  const problem = secret === '' ? 'is empty' : 'has white space or other characters in it that none has'
  return fail(`What to log in at Vault with (${from}) ${problem}. Enter it anew.`)
}

async function exchange(
  vault: Vault,
  mount: string,
  method: string,
  body: Readonly<Record<string, string>>,
): Promise<Reading<string>> {
  const encoded = encodedPath(mount, `The mount of ${method}`)
  if (!encoded.ok) return encoded
  const reading = await askVault(vault, { path: `auth/${encoded.value}/login`, token: null, body })
  if (!reading.ok) return reading
  const { status, json } = reading.value
  const doing = `Logging in at Vault by ${method} (auth/${mount})`
  if (status !== 200) return fail(vaultProblem(reading.value, doing, refusedLogin))
  const { auth } = json
  const token = isObject(auth) ? auth['client_token'] : undefined
  if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return { ok: true, value: token }
  const isSecondFactor = isObject(auth) && isObject(auth['mfa_requirement'])
  return fail(
    isSecondFactor
      ? `${doing}: Vault wants a second factor, which nobody can give here. Use a role without one.`
      : `${doing}: the answer has no token (auth.client_token) in it. Is this Vault?`,
  )
}

const refusedLogin =
  'Check the role, what it logs in with, whether that has expired, and from where the role may log in.'

const fail = (message: string): Reading<never> => ({ ok: false, message })
