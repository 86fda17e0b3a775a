import type { EnvironmentInput } from '../../../../contract/environment.ts'
import { variablesIn } from '../../../../vocabulary/variables.ts'
import { httpFileComments } from '../../../../wording/http-file-comments.ts'
import type { ExportFact } from '../../../../contract/export-note.ts'
import type { Exported, ExportFile, ExportNote } from '../exporter.ts'
import { callLines, comment, oneLine } from './call-lines.ts'
import { type Credential, credentialOf, tokenLines } from './token-lines.ts'
import { namesFor } from './variable-names.ts'

export interface EnvironmentFile {
  files: readonly ExportFile[]
  notes: readonly ExportNote[]
  /** Names of `.env`, without values. */
  secrets: readonly string[]
}

const ofToken = ['token', 'token_endpoint', 'client_id', 'client_secret', 'client_assertion', 'access_token']

/** One environment as a file: its variables, its token request and its calls. `stem` names it, `prefix` its secrets in `.env`. */
export function environmentFile({ value, calls }: Exported, stem: string, prefix: string): EnvironmentFile {
  const declared = value.variables.map(({ name }) => name)
  const used = new Set(calls.flatMap((call) => variablesIn(JSON.stringify(call))))
  const undeclared = [...used].filter((name) => !declared.includes(name))
  const names = namesFor([...declared, ...undeclared], ofToken)
  const written = calls.map((call, index) => ({
    call: call.name,
    ...callLines(call, `${stem}.bodies/${index + 1}`, names.text),
  }))
  const kept = value.variables.filter((variable) => variable.secret || !/[\r\n]/.test(variable.value))
  const secretNames = [
    ...kept.filter(({ secret }) => secret).map(({ name }) => names.of(name)),
    ...undeclared.map((name) => names.of(name)),
  ]
  const hasClient = value.token_endpoint !== ''
  const credential: Credential = hasClient ? credentialOf(value) : null
  const fromEnv = [...(credential === null ? [] : [credential]), ...secretNames]
  const inEnv = (name: string): string => `${prefix}${name}`.toUpperCase()
  const lines = [
    comment(value.name),
    ...(value.notes === '' ? [] : value.notes.split(/\r?\n/).map(comment)),
    ...(fromEnv.length === 0 ? [] : [comment(httpFileComments.secrets)]),
    '',
    ...(hasClient ? [`@token_endpoint = ${value.token_endpoint}`, `@client_id = ${oneLine(value.client_id)}`] : []),
    ...kept
      .filter(({ secret }) => !secret)
      .map((variable) => `@${names.of(variable.name)} = ${names.text(variable.value)}`),
    ...fromEnv.map((name) => `@${name} = {{$dotenv ${inEnv(name)}}}`),
    ...(hasClient
      ? [comment(httpFileComments.token), '@access_token = {{token.response.body.$.access_token}}', '']
      : ['']),
    ...(hasClient ? tokenLines(value) : []),
    ...written.flatMap((call) => call.lines),
  ]
  const note = (fact: ExportFact, call = ''): ExportNote => ({ fact, environment: value.name, call })
  return {
    files: [
      { path: `${stem}.http`, text: `${lines.join('\n').trimEnd()}\n` },
      ...written.flatMap(({ files }) => files),
    ],
    notes: [
      ...factsOf(value).map((fact) => note(fact)),
      ...value.variables
        .filter((variable) => !kept.includes(variable))
        .map(({ name }) => note({ code: 'variable_not_kept', evidence: { name } })),
      ...undeclared.map((name) => note({ code: 'variable_without_value', evidence: { name } })),
      ...[...declared, ...undeclared]
        .filter((name) => names.of(name) !== name)
        .map((name) => note({ code: 'variable_renamed', evidence: { name, renamed: names.of(name) } })),
      ...written.flatMap(({ facts, call }) => facts.map((fact) => note(fact, call))),
    ],
    secrets: fromEnv.map(inEnv),
  }
}

function factsOf({ token_endpoint_auth_method: method, dpop, network }: EnvironmentInput): ExportFact[] {
  const { clientCertificate, caFile, proxy } = network
  const certificates = [clientCertificate.certificateFile, caFile].filter((path) => path !== '')
  return [
    ...(/^client_secret_(?:basic|post)$|^none$/.test(method)
      ? []
      : [{ code: 'method_not_supported' as const, evidence: { method } }]),
    ...certificates.map((path): ExportFact => ({ code: 'certificate_not_kept', evidence: { path } })),
    ...(proxy.mode === 'explicit' ? [{ code: 'proxy_not_kept' as const, evidence: { url: proxy.url } }] : []),
    ...(dpop.enabled ? [{ code: 'dpop_not_kept' as const, evidence: { alg: dpop.alg } }] : []),
  ]
}
