import { assertNever } from '../../../../electron/common/assert-never.ts'
import type { SecretSource, VaultSource } from '../../../../electron/contract/secret-source.ts'
import { problemOfNumber } from '../../../../electron/vocabulary/number-rule.ts'
import { vaultVersionRule } from '../../../../electron/vocabulary/number-rules.ts'
import {
  awsSecretIdRule,
  azureSecretNameRule,
  pointerRule,
  sourceDetailRule,
  sourceFileRule,
  sourcePathRule,
  variableRule,
  vaultKeyRule,
  vaultMountRule,
  vaultPathRule,
  vaultRoleIdRule,
  vaultRoleRule,
} from '../../../../electron/vocabulary/source-rules.ts'
import { problemOf, problemUnlessEmpty } from '../../../../electron/vocabulary/text-rule.ts'
import { httpUrlRule } from '../../../../electron/vocabulary/url-rules.ts'
import { onlyProblems, type Problems } from '../only-problems.ts'

/** What is wrong with a source, by its field. */
export const sourceProblems = (source: SecretSource): Problems => onlyProblems(problemsOf(source))

function problemsOf(source: SecretSource): Record<string, string | null> {
  switch (source.kind) {
    case 'stored':
    case 'session':
    case 'ask':
      return {}
    case 'environment_variable':
      return { variable: problemOf(variableRule, source.variable) }
    case 'file':
      return { path: problemOf(sourcePathRule, source.path), pointer: problemOf(pointerRule, source.pointer) }
    case 'vault':
      return {
        address: problemUnlessEmpty(httpUrlRule, source.address),
        namespace: problemOf(sourceDetailRule, source.namespace),
        mount: problemOf(vaultMountRule, source.mount),
        path: problemOf(vaultPathRule, source.path),
        key: problemOf(vaultKeyRule, source.key),
        version: problemOfNumber(vaultVersionRule, source.version),
        ...loginProblems(source.login),
        caFile: problemOf(sourceFileRule, source.caFile),
      }
    case 'aws_secrets_manager':
      return {
        region: problemOf(sourceDetailRule, source.region),
        secretId: problemOf(awsSecretIdRule, source.secretId),
        versionStage: problemOf(sourceDetailRule, source.versionStage),
        key: problemOf(sourceDetailRule, source.key),
        endpoint: problemUnlessEmpty(httpUrlRule, source.endpoint),
      }
    case 'azure_key_vault':
      return {
        vaultUrl: problemUnlessEmpty(httpUrlRule, source.vaultUrl),
        secretName: problemOf(azureSecretNameRule, source.secretName),
        version: problemOf(sourceDetailRule, source.version),
      }
    default:
      return assertNever(source)
  }
}

function loginProblems(login: VaultSource['login']): Record<string, string | null> {
  switch (login.method) {
    case 'token':
      return {}
    case 'approle':
      return {
        'login.mount': problemOf(sourceDetailRule, login.mount),
        'login.roleId': problemOf(vaultRoleIdRule, login.roleId),
      }
    case 'kubernetes':
      return {
        'login.mount': problemOf(sourceDetailRule, login.mount),
        'login.role': problemOf(vaultRoleRule, login.role),
        'login.tokenFile': problemOf(sourceDetailRule, login.tokenFile),
      }
    default:
      return assertNever(login)
  }
}
