import { isDeepStrictEqual } from 'node:util'
import type { Api } from '../../contract/calls.ts'
import { newEnvironment } from '../../catalogue/new-environment.ts'
import type { SecretName } from '../../contract/secret.ts'
import { describeWay } from '../../wording/allow.ts'
import { loginAt } from '../secrets/destinations.ts'
import { withSecret } from '../secrets/states.ts'
import { recordDone, recordEvent } from '../audit/record.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment, presentEnvironment, currentEnvironment } from '../environment/current-environment.ts'
import { loginProblems } from '../environment/binding-problems.ts'
import { environmentGone } from '../environment/problems.ts'
import { problem, problemAt } from '../problem.ts'
import { readSecret, readSource } from '../environment/resolve-environment.ts'
import { forgetCachedSecrets } from '../environment/pending-secret.ts'

type SecretCalls = Pick<
  Api<CallContext>,
  | 'forgetSecret'
  | 'discardNewSecret'
  | 'revealSecret'
  | 'copySecret'
  | 'answerSecret'
  | 'allowOrigin'
  | 'testSecretSource'
>

export function secretCalls(core: CoreContext): SecretCalls {
  const { session, secretStore } = core
  const { workspace } = core
  const { environments } = workspace
  const changed = () => core.notify({ kind: 'environments_changed' })
  const present = (id: string) => {
    const stored = environments.get(id)
    return stored === null ? null : presentEnvironment(core, stored)
  }

  /** The secret itself for a person, or why there is none. */
  async function readForPerson(environmentId: string, name: SecretName, { signal }: CallContext) {
    const environment = findEnvironment(core, environmentId)
    if (environment === null) return { ok: false, problem: environmentGone } as const
    // They are set one by one, and shown by no window.
    if (name === 'secret_variables') return { ok: false, problem: notSet(name) } as const
    const reading = await readSecret(core, environment, name, signal)
    return reading.ok && reading.value === '' ? ({ ok: false, problem: notSet(name) } as const) : reading
  }

  return {
    forgetSecret: async ({ environmentId, name }) => {
      if (environments.get(environmentId) === null) return undefined
      const isSet =
        workspace.secrets.list(environmentId).some((one) => one.name === name) ||
        (session.secrets.get(environmentId)?.[name] ?? '') !== ''
      workspace.transaction(() => {
        if (isSet) recordDone(core, 'secret_forgotten', environmentId, { secret: name })
        for (const slot of ['current', 'next'] as const) workspace.secrets.delete(environmentId, name, slot)
        // What is forgotten says nothing of where the next one, or a login of this computer, may go.
        workspace.secretBindings.clear(environmentId, name)
      })
      session.secrets.set(environmentId, withSecret(session.secrets.get(environmentId) ?? {}, name, ''))
      // What another login fetched says nothing of this one.
      forgetCachedSecrets(core, environmentId)
      changed()
      core.notify({ kind: 'secret_storage_changed' })
      return undefined
    },

    discardNewSecret: async ({ environmentId, name }) => {
      workspace.transaction(() => {
        const isWaiting = workspace.secrets.list(environmentId).some((one) => one.name === name && one.slot === 'next')
        workspace.secrets.delete(environmentId, name, 'next')
        if (isWaiting) recordDone(core, 'secret_forgotten', environmentId, { secret: name, which: 'new' })
      })
      changed()
      return present(environmentId)
    },

    revealSecret: async ({ environmentId, name }, context) => {
      const reading = await readForPerson(environmentId, name, context)
      if (!reading.ok) return { kind: 'not_there', problem: reading.problem }
      recordEvent(core, 'secret_revealed', environmentId, { secret: name })
      return { kind: 'revealed', value: reading.value }
    },

    copySecret: async ({ environmentId, name }, context) => {
      const reading = await readForPerson(environmentId, name, context)
      if (!reading.ok) return reading.problem
      recordEvent(core, 'secret_copied', environmentId, { secret: name })
      core.copySecret(reading.value)
      return null
    },

    answerSecret: async ({ environmentId, name, value }) => {
      session.oneTimeSecrets.set(
        environmentId,
        withSecret(session.oneTimeSecrets.get(environmentId) ?? {}, name, value),
      )
      return undefined
    },

    allowOrigin: async ({ environmentId, secret, origin, way }) => {
      if (environments.get(environmentId) === null) return undefined
      workspace.transaction(() => {
        workspace.secretBindings.add(environmentId, { name: secret, origin, way })
        const how = describeWay(way).join(', ')
        recordEvent(core, 'origin_allowed', environmentId, { secret, origin, ...(how !== '' && { how }) })
      })
      return undefined
    },

    testSecretSource: async ({ environmentId, secrets, name, source }, { signal }) => {
      if (source.kind === 'session' || source.kind === 'ask') {
        return { kind: 'failed', problem: problemAt(name, problem('source_given_by_person')) }
      }
      const stored = environmentId === null ? null : environments.get(environmentId)
      if (source.kind === 'stored') {
        const opened = environmentId === null ? null : await secretStore.get(environmentId, name, 'current')
        if (opened === null) return { kind: 'failed', problem: notSet(name) }
        if (!opened.ok) return { kind: 'failed', problem: problemAt(name, opened.reason) }
        return { kind: 'found', facts: [{ name: 'length', value: String(opened.value.length) }] }
      }
      const value = { ...(stored?.value ?? newEnvironment), secretSources: { [name]: source } }
      const environment = currentEnvironment(core, environmentId, value, { typed: secrets })
      // What a person has just typed is their own word; an address, or authorities, that came with a file are not.
      const target = loginAt(source)
      const saved = Object.values(stored?.value.secretSources ?? {})
      const named = saved.filter((one) => loginAt(one)?.origin === target?.origin && loginAt(one) !== null)
      const isTyped = !named.some((one) => isDeepStrictEqual(loginAt(one), target))
      const isBound = isTyped && named.some((one) => loginProblems(core, environment, one).length === 0)
      const [unbound] = named.length === 0 || isBound ? [] : loginProblems(core, environment, source)
      if (unbound !== undefined) return { kind: 'failed', problem: unbound }
      const reading = await readSource(core, environment, name, source, signal)
      return reading.ok
        ? { kind: 'found', facts: reading.facts }
        : { kind: 'failed', problem: problemAt(name, reading.problem) }
    },
  }
}

const notSet = (name: SecretName) => problemAt(name, problem('secret_not_set', { secret: name }))
