import { freeName } from '../../common/free-name.ts'
import type { ApiRequest } from '../../contract/api-call.ts'
import type { EnvironmentInput } from '../../contract/environment.ts'
import { endpointOf, hasClientCertificate } from '../../common/endpoints.ts'
import type { CopyScope, CopyTarget } from '../../vocabulary/copy-targets.ts'
import { copyNotes } from '../../wording/copy-as.ts'
import { buildRequest, withToken } from '../api-request/build.ts'
import { curlNetwork, networkArguments } from '../curl/curl-network.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { endpointProblems, notPrepared, type Prepared } from '../environment/problems.ts'
import type { HttpRequest } from '../http/transcript.ts'
import type { ClientCredentials } from '../oauth/client-auth/credentials.ts'
import { buildTokenRequest } from '../oauth/protocol-request.ts'
import type { Ports } from '../ports.ts'
import { parseProxy, proxyLabel } from '../proxy/proxy-url.ts'
import { resolveCall } from '../variables/resolve-call.ts'
import { type Program, variablesOf, type WrittenRequest } from './pieces.ts'
import { createPlaceholders, type Placeholders } from './placeholders.ts'
import { writeProgram } from './write-program.ts'

type CopyDeps = Pick<Ports, 'newId' | 'now' | 'sandbox'> & WithWorkspace<'workspaceVariables'>

/** A text that sends a call, and what has to be set before it runs. No secret is in it, and none was read for it. */
export interface CopiedText {
  text: string
  /** Names of variables, in order. */
  variables: string[]
}

/** A call as a command or a program, built by the functions that build what is sent. */
export async function copiedCall(
  deps: CopyDeps,
  environment: Pick<CurrentEnvironment, 'value'>,
  request: ApiRequest,
  { target, scope }: { target: CopyTarget; scope: CopyScope },
): Promise<Prepared<CopiedText>> {
  const { value } = environment
  const placeholders = createPlaceholders(deps.newId())
  const hasToken = request.authorization === 'environment'
  const withRequest = hasToken && scope === 'token_and_call'
  const names = new Map<string, string>()
  const resolved = resolveCall(deps, environment, request, (name) => placeholders.ofVariable(namedFor(name, names)))
  if (!resolved.ok) return resolved
  const problems = withRequest ? endpointProblems(deps, value, 'token_endpoint') : []
  const built = await buildRequest(
    { newId: deps.newId, readFile: async (path) => ({ ok: true, value: placeholders.ofFile(path) }) },
    resolved.value,
    hasToken,
  )
  if (!built.ok || problems.length > 0) return notPrepared(...problems, ...(built.ok ? [] : built.problems))
  const call = placeholders.written(asSent(hasToken ? withTokenOf(value, built.value, placeholders) : built.value), {
    basic: 'text',
    body: request.body.kind === 'form' ? 'form' : 'text',
  })
  const token = withRequest ? await tokenRequestOf(deps, value, placeholders) : null
  const named = [...(token === null ? [] : variablesOf(token)), ...variablesOf(call)].map(({ variable }) => variable)
  const variables = [...new Set(named)].filter((name) => token === null || name !== 'ACCESS_TOKEN')
  const inUrl = [...new Set(variablesOf(call).flatMap(({ variable, as }) => (as === 'url' ? [variable] : [])))]
  const { notes, network } = wayOf(value, target)
  const program: Program = {
    notes: [
      ...(variables.length === 0 ? [] : [copyNotes.set(variables)]),
      ...(variables.includes('CLIENT_ASSERTION') ? [copyNotes.assertion(value.token_endpoint_auth_method)] : []),
      ...(variables.includes('TOKEN_DPOP_PROOF') ? [copyNotes.tokenProof] : []),
      ...(variables.includes('DPOP_PROOF') ? [copyNotes.proof] : []),
      ...(inUrl.length === 0
        ? []
        : [encodesUrl.has(target) ? copyNotes.urlEncoded(inUrl) : copyNotes.urlNotEncoded(inUrl)]),
      ...notes,
    ],
    variables,
    token,
    call,
    followRedirects: request.followRedirects,
    curlNetwork: network,
  }
  return { ok: true, value: { text: writeProgram(target, program), variables } }
}

function withTokenOf({ dpop }: EnvironmentInput, built: HttpRequest, { ofVariable }: Placeholders): HttpRequest {
  const request = withToken(built, ofVariable('ACCESS_TOKEN'), dpop.enabled ? 'DPoP' : 'Bearer')
  if (!dpop.enabled) return request
  return { ...request, headers: [...request.headers, ['DPoP', ofVariable('DPOP_PROOF')]] }
}

/** The token request of the environment, with variables in the place of what proves the client. */
async function tokenRequestOf(
  deps: CopyDeps,
  value: EnvironmentInput,
  { ofVariable, written }: Placeholders,
): Promise<WrittenRequest> {
  const settings = { ...value, token_endpoint: endpointOf(value, 'token_endpoint') }
  const request = await buildTokenRequest(settings, credentialsOf(value, ofVariable), deps)
  const headers = value.dpop.enabled
    ? [...request.headers, ['DPoP', ofVariable('TOKEN_DPOP_PROOF')] as [string, string]]
    : request.headers
  return written(
    { ...request, headers },
    {
      basic: value.basicEncoding === 'form' ? 'form' : 'text',
      body: value.tokenBodyFormat === 'json' ? 'json' : 'form',
    },
  )
}

function credentialsOf(
  { client_id, token_endpoint_auth_method: method, basicEncoding }: EnvironmentInput,
  ofVariable: (name: string) => string,
): ClientCredentials {
  switch (method) {
    case 'client_secret_basic':
      return { client_id, method, clientSecret: ofVariable('CLIENT_SECRET'), basicEncoding }
    case 'client_secret_post':
      return { client_id, method, clientSecret: ofVariable('CLIENT_SECRET') }
    case 'client_secret_jwt':
    case 'private_key_jwt':
    case 'client_assertion_file':
      return { client_id, method: 'client_assertion_file', clientAssertion: ofVariable('CLIENT_ASSERTION') }
    case 'tls_client_auth':
    case 'self_signed_tls_client_auth':
    case 'none':
      return { client_id, method }
  }
}

/** How a request of this environment travels: in options of curl where those can be written, else in notes. */
function wayOf(value: EnvironmentInput, target: CopyTarget): { notes: readonly string[]; network: readonly string[] } {
  const { proxy, ca, caFile, acceptedCertificate } = value.network
  const typed = proxy.mode === 'explicit' ? parseProxy(proxy.url, '', '') : null
  const ofProxy = [
    ...(proxy.mode === 'system' ? [copyNotes.systemProxy] : []),
    ...(proxy.mode === 'explicit' && proxy.username !== '' ? [copyNotes.proxyCredentials] : []),
  ]
  if (target === 'curl_bash') {
    const network = curlNetwork(value.network, typed)
    return {
      notes: [...ofProxy, ...network.notes],
      network: proxy.mode === 'system' ? networkArguments(network).slice(1) : networkArguments(network),
    }
  }
  return {
    notes: [
      ...(typed === null ? [] : [copyNotes.proxy(proxyLabel(typed))]),
      ...ofProxy,
      ...(ca === '' && caFile === '' ? [] : [copyNotes.authorities]),
      ...(hasClientCertificate(value) ? [copyNotes.certificate] : []),
      ...(acceptedCertificate === '' ? [] : [copyNotes.accepted]),
    ],
    network: [],
  }
}

/** A secret variable as the name of one of the system, no two the same; not that of a token or a secret of the client. */
function namedFor(name: string, given: Map<string, string>): string {
  const plain = `SECRET_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`
  const known = given.get(name)
  if (known !== undefined) return known
  const taken = new Set(given.values())
  const free = freeName(plain, (one) => taken.has(one))
  given.set(name, free)
  return free
}

/** Targets that encode a value when the program runs; the others have a command line only. */
const encodesUrl: ReadonlySet<CopyTarget> = new Set(['curl_powershell', 'javascript', 'python', 'go', 'java', 'csharp'])

/** With the URL as the URL Standard writes it, as it is sent. */
const asSent = (request: HttpRequest): HttpRequest => ({ ...request, url: new URL(request.url).href })
