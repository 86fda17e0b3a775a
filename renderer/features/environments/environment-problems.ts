import type { AssertionSettings } from '../../../electron/contract/client-authentication.ts'
import type { EnvironmentInput } from '../../../electron/contract/environment.ts'
import {
  audienceRule,
  clientIdRule,
  folderRule,
  headerNameRule,
  headerValueRule,
  keyIdRule,
  nameRule,
  notesRule,
  parameterNameRule,
  parameterValueRule,
  resourceRule,
  scopeRule,
} from '../../../electron/vocabulary/environment-rules.ts'
import { certificateRule, pathRule } from '../../../electron/vocabulary/file-rules.ts'
import { atMost, maxHeaders, maxParameters, maxResources } from '../../../electron/vocabulary/limits.ts'
import { problemOfNumber } from '../../../electron/vocabulary/number-rule.ts'
import { assertionLifetimeRule, renewBeforeRule } from '../../../electron/vocabulary/number-rules.ts'
import { problemOf, problemUnlessEmpty, type TextRule } from '../../../electron/vocabulary/text-rule.ts'
import { httpUrlRule } from '../../../electron/vocabulary/url-rules.ts'
import { networkProblems } from './network/network-problems.ts'
import { onlyProblems, type Problems, problemsAt } from './only-problems.ts'
import { sourceProblems } from './secrets/source-problems.ts'
import { variableProblems } from '../../ui/variable-problems.ts'

/** What is wrong with an environment, by the path of the field, in the order of the form. */
export function environmentProblems(value: EnvironmentInput): Problems {
  const { mtls_endpoint_aliases: aliases } = value
  return {
    ...onlyProblems({
      name: problemOf(nameRule, value.name),
      issuer: problemUnlessEmpty(httpUrlRule, value.issuer),
      token_endpoint: problemUnlessEmpty(httpUrlRule, value.token_endpoint),
      introspection_endpoint: problemUnlessEmpty(httpUrlRule, value.introspection_endpoint),
      revocation_endpoint: problemUnlessEmpty(httpUrlRule, value.revocation_endpoint),
      jwks_uri: problemUnlessEmpty(httpUrlRule, value.jwks_uri),
      'mtls_endpoint_aliases.token_endpoint': problemUnlessEmpty(httpUrlRule, aliases.token_endpoint),
      'mtls_endpoint_aliases.introspection_endpoint': problemUnlessEmpty(httpUrlRule, aliases.introspection_endpoint),
      'mtls_endpoint_aliases.revocation_endpoint': problemUnlessEmpty(httpUrlRule, aliases.revocation_endpoint),
      client_id: problemOf(clientIdRule, value.client_id),
    }),
    ...problemsAt('assertion', assertionProblems(value.assertion)),
    ...onlyProblems({
      'dpop.keyFile': problemOf(pathRule, value.dpop.keyFile),
      scope: problemOf(scopeRule, value.scope),
      audience: problemOf(audienceRule, value.audience),
      resource: resourceProblem(value.resource),
    }),
    ...rowProblems('parameters', value.parameters, maxParameters, parameterNameRule, parameterValueRule),
    ...rowProblems('headers', value.headers, maxHeaders, headerNameRule, headerValueRule),
    ...problemsAt('network', networkProblems(value.network)),
    ...onlyProblems({ renewBefore: problemOfNumber(renewBeforeRule, value.renewBefore) }),
    ...Object.fromEntries(
      Object.entries(value.secretSources).flatMap(([name, source]) =>
        Object.entries(problemsAt(`secretSources.${name}`, sourceProblems(source))),
      ),
    ),
    ...problemsAt('variables', variableProblems(value.variables)),
    ...onlyProblems({ folder: problemOf(folderRule, value.folder), notes: problemOf(notesRule, value.notes) }),
  }
}

const assertionProblems = (assertion: AssertionSettings): Problems =>
  onlyProblems({
    otherAudience: problemOf(audienceRule, assertion.otherAudience),
    lifetime: problemOfNumber(assertionLifetimeRule, assertion.lifetime),
    kid: problemOf(keyIdRule, assertion.kid),
    keyFile: problemOf(pathRule, assertion.keyFile),
    certificate: problemOf(certificateRule, assertion.certificate),
    certificateFile: problemOf(pathRule, assertion.certificateFile),
    assertionFile: problemOf(pathRule, assertion.assertionFile),
  })

/** Chips are one field, whichever of them is wrong. */
function resourceProblem(resources: readonly string[]): string | null {
  const problems = resources.map((resource) => problemOf(resourceRule, resource))
  const first = problems.find((problem) => problem !== null) ?? null
  return first ?? (resources.length > maxResources ? atMost(maxResources, 'resources') : null)
}

function rowProblems(
  path: 'parameters' | 'headers',
  rows: readonly { name: string; value: string }[],
  most: number,
  nameRule: TextRule,
  valueRule: TextRule,
): Problems {
  const ofRows = rows.map(({ name, value }, index) =>
    problemsAt(
      `${path}.${index}`,
      onlyProblems({ name: problemOf(nameRule, name), value: problemOf(valueRule, value) }),
    ),
  )
  return Object.assign({}, ...ofRows, rows.length > most ? { [path]: atMost(most, path) } : {})
}
