import { capital } from '../common/capital.ts'
import { checkSentence } from './checks/sentences.ts'
import type { CheckReason } from '../contract/check-reasons.ts'
import type { Check, CheckName, KeysUsed, Verification } from '../contract/verification.ts'

export const checkTitles: Readonly<Record<CheckName, string>> = {
  encryption: 'Encryption',
  signature: 'Signature',
  algorithm: 'Algorithm',
  type: 'Type',
  issuer: 'Issuer',
  audience: 'Audience',
  times: 'Times',
  scope: 'Scopes',
  binding: 'Binding',
}

/** How a check ended. */
export const resultWords: Readonly<Record<Check['result'], string>> = {
  passed: 'passed',
  failed: 'failed',
  noted: 'noted',
  not_possible: 'not possible',
}

/** The verdict in short; an expired token can be genuine, so what failed beside it is counted. */
export function verdictSentence({ verdict, checks }: Pick<Verification, 'verdict' | 'checks'>): string {
  const failed = checks.filter(({ result }) => result === 'failed').length
  const noted = checks.filter(({ result }) => result === 'noted').length
  const and = [failed > 0 ? count(failed, 'problem') : '', noted > 0 ? count(noted, 'note') : ''].filter(Boolean)
  switch (verdict) {
    case 'genuine':
      return and.length === 0 ? 'genuine' : `genuine, with ${and.join(' and ')}`
    case 'other_issuer':
      return isSigned(checks)
        ? 'signature valid, issuer does not match'
        : 'issuer does not match, signature not checked'
    case 'not_genuine':
      return 'not genuine'
    case 'undetermined':
      return 'cannot be checked here'
  }
}

const isSigned = (checks: readonly Check[]): boolean =>
  checks.some(({ name, result }) => name === 'signature' && result === 'passed')

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** The verdict in one sentence: what it is, why, and against what it was checked. */
export function verdictReason({ verdict, checks, keys }: Pick<Verification, 'verdict' | 'checks' | 'keys'>): string {
  const signature = checks.find(({ name }) => name === 'signature')
  switch (verdict) {
    case 'genuine':
      return `Genuine: ${signedWith(signature, keys)}${issuerOf(checks)}.`
    case 'other_issuer': {
      const issuer = sentenceOf(
        checks.find(({ name }) => name === 'issuer'),
        keys,
      )
      return isSigned(checks)
        ? `Signature valid, but the issuer does not match: ${signedWith(signature, keys)}, and ${issuer}.`
        : `Issuer does not match, and the signature was not checked: ${issuer}. ${capital(sentenceOf(signature, keys))}.`
    }
    case 'not_genuine': {
      const failed = ['signature', 'algorithm'].flatMap((name) =>
        checks.filter((check) => check.name === name && check.result === 'failed'),
      )
      return `Not genuine: ${sentenceOf(failed[0], keys)}.`
    }
    case 'undetermined':
      return `Cannot be checked here: ${sentenceOf(signature, keys)}.`
  }
}

function signedWith(signature: Check | undefined, keys: KeysUsed | null): string {
  const { kid, thumbprint } = signature?.evidence ?? {}
  switch (keys?.source) {
    case 'secret':
      return enteredSecret
    case 'client_secret':
      return 'made with the client secret'
    case 'jwks':
    case 'url':
    case 'key':
    case undefined: {
      if (keys?.source === 'key' && kid === undefined && thumbprint === undefined) return enteredSecret
      const key = kid === undefined ? `the key with thumbprint ${thumbprint ?? '(none)'}` : `key ${kid}`
      return `signed with ${key}${ofKeys(keys)}`
    }
  }
}

const enteredSecret = 'made with the shared secret that was entered'

function ofKeys(keys: KeysUsed | null): string {
  if (keys === null) return ''
  if (keys.url !== null) return ` of the key set at ${keys.url}`
  return keys.source === 'key' ? ' that was entered' : ''
}

function issuerOf(checks: readonly Check[]): string {
  const issuer = checks.find(({ name }) => name === 'issuer')
  if (issuer?.reason === 'issuer_of_access_tokens')
    return ', and the issuer is the one of access tokens by the metadata'
  return issuer?.result === 'passed' ? ', and the issuer is the configured one' : '; the issuer was not compared'
}

/** The sentence of a check, with its title where it needs one, and the keys where they matter. */
function sentenceOf(check: Check | undefined, keys: KeysUsed | null): string {
  if (check === undefined) return 'there is no signature to check'
  const { reason, evidence, name } = check
  if (reason === 'key_not_found' && keys !== null) {
    const key = evidence['kid'] === undefined ? `key for ${evidence['alg'] ?? 'it'}` : `key ${evidence['kid']}`
    return `no ${key} ${keys.url === null ? 'among those that were entered' : `in the key set at ${keys.url}`}`
  }
  const sentence = checkSentence(check).replace(/\.$/, '')
  const whole = /^(?:does|fits|has|is) /.test(sentence)
    ? `the ${checkTitles[name].toLowerCase()} ${sentence}`
    : sentence
  return dependsOnKeys(reason) ? `${whole}${against(keys)}` : whole
}

function dependsOnKeys(reason: CheckReason): boolean {
  return reason === 'signature_invalid' || reason === 'algorithm_confusion' || reason.startsWith('key_')
}

function against(keys: KeysUsed | null): string {
  return keys === null || keys.url === null ? '' : ` (checked against the key set at ${keys.url})`
}
