import { readCredentialFile } from '../credentials/credential-file.ts'
import { algorithmProblem } from '../credentials/key-fit.ts'
import { readPrivateKey } from '../credentials/private-key.ts'
import { problemAt } from '../problem.ts'
import { type DpopKey, dpopKeyOf, generateDpopKey } from '../oauth/dpop.ts'
import type { WithSession } from '../core-context.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import { type ResolvedEnvironment, unreadableProblems } from '../environment/resolve-environment.ts'
import { neededToProve } from '../environment/needed-secrets.ts'

/** The DPoP key of an environment that uses one: from its file, as pasted, or made for this session. */
export async function dpopKeyFor(
  { session }: WithSession<'dpopKeys'>,
  environment: ResolvedEnvironment,
): Promise<Prepared<DpopKey>> {
  const { id, value, secrets } = environment
  const { alg, keyFile } = value.dpop
  const unreadable = unreadableProblems(environment, neededToProve(value))
  if (unreadable.length > 0) return notPrepared(...unreadable)
  const pasted = secrets.dpop_key ?? ''
  if (keyFile === '' && pasted === '') return { ok: true, value: await generatedKey(session, `${id} ${alg}`, alg) }
  const field = keyFile === '' ? 'dpop_key' : 'dpop.keyFile'
  const file = keyFile === '' ? ({ ok: true, value: Buffer.from(pasted) } as const) : await readCredentialFile(keyFile)
  const read = file.ok ? await readPrivateKey(file.value, '') : file
  if (!read.ok) return notPrepared(problemAt(field, read.problem))
  const unfit = algorithmProblem(read.value.key, alg)
  if (unfit !== null) return notPrepared(problemAt('dpop.alg', unfit))
  return { ok: true, value: await dpopKeyOf(read.value.key, alg) }
}

/** One for each environment and algorithm, for as long as the app runs. */
function generatedKey(
  { dpopKeys }: WithSession<'dpopKeys'>['session'],
  name: string,
  alg: DpopKey['alg'],
): Promise<DpopKey> {
  const known = dpopKeys.get(name)
  if (known !== undefined) return known
  const made = generateDpopKey(alg)
  dpopKeys.set(name, made)
  return made
}
