import type { DraftVariable } from '../../../drafts/import-draft.ts'
import type {
  BrunoAuth,
  BrunoAuthParameter,
  BrunoEnvironment,
  BrunoLevel,
  BrunoNote,
  BrunoRequest,
} from '../bruno-collection.ts'
import { notUsed, unusedOf } from '../unused.ts'
import { bodyOf } from './bru-body.ts'
import type { BruFile } from './bru-file.ts'
import type { BruPair } from './bru-pairs.ts'
import { plainPair } from './bru-parts.ts'

const methods = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'connect', 'trace', 'http']

/** What a file is by its blocks: files may be given without their names. */
export function kindOf(bru: BruFile): 'request' | 'environment' | 'level' {
  if (bru.has(...methods, 'grpc', 'ws', 'app')) return 'request'
  return bru.has('vars', 'vars:secret') || bru.names.some(isOutside) ? 'environment' : 'level'
}

export function levelOf(bru: BruFile): BrunoLevel {
  return {
    auth: bru.has('auth') ? authOf(bru, bru.value('auth', 'mode')) : null,
    headers: bru.pairs('headers').map(plainPair),
    variables: variablesOf(bru.pairs('vars:pre-request'), false),
    scripts: ['script:pre-request', 'script:post-response', 'tests'].filter((name) => isFilled(bru.text(name))).length,
    docs: bru.text('docs') ?? '',
    notes: [...variableNotes(bru, 'vars:pre-request'), ...answerNotes(bru), ...unknownNotes(bru)],
    place: bru.place(),
  }
}

const isFilled = (text: string | null): boolean => text !== null && text.trim() !== ''

export function requestOf(bru: BruFile, fallbackName: string): BrunoRequest {
  const verb =
    bru.names.find((name) => methods.includes(name)) ?? bru.names.find((name) => /^(?:grpc|ws)$/.test(name)) ?? ''
  const type = bru.value('meta', 'type') || (verb === 'grpc' || verb === 'ws' ? verb : 'http')
  const redirects = bru.value('settings', 'followRedirects')
  const level = levelOf(bru)
  const examples = bru.names.filter((name) => name === 'example')
  return {
    ...level,
    notes: [
      ...level.notes,
      ...unusedOf({ timeout: bru.value('settings', 'timeout') }, examples, bru.place('settings', 'example')),
    ],
    auth: authOf(bru, bru.value(verb, 'auth') || 'none'),
    kind: 'request',
    type: bru.has('app') && verb === '' ? 'app' : type,
    name: bru.value('meta', 'name') || fallbackName,
    order: orderOf(bru),
    method: verb === 'http' ? bru.value(verb, 'method') : verb,
    url: bru.value(verb, 'url'),
    path: bru.pairs('params:path').map(plainPair),
    query: bru.pairs('query', 'params:query').map(plainPair),
    body: bodyOf(bru, bru.value(verb, 'body')),
    assertions: bru.pairs('assert').map((pair) => Object.assign(plainPair(pair), { place: bru.at(pair.line) })),
    followRedirects: redirects === '' ? null : redirects === 'true',
  }
}

/** Items without an order come after those that have one. */
export function orderOf(bru: BruFile): number {
  const seq = Number(bru.value('meta', 'seq') || Number.NaN)
  return Number.isFinite(seq) ? seq : Number.MAX_SAFE_INTEGER
}

export function environmentOf(bru: BruFile, name: string): BrunoEnvironment {
  const outside = bru.names.find(isOutside)
  const names = variablesOf(bru.pairsOf(isOutside), true).map(({ name }) => ({ name, value: '', secret: true }))
  return {
    name,
    variables: [...variablesOf(bru.pairs('vars'), false), ...variablesOf(bru.pairs('vars:secret'), true), ...names],
    notes: [
      ...variableNotes(bru, 'vars', 'vars:secret'),
      ...(outside === undefined
        ? []
        : [{ fact: { code: 'not_used', evidence: { name: outside } }, place: bru.place(outside) } as const]),
    ],
    base: '',
    certificates: [],
    place: bru.place('vars', 'vars:secret'),
  }
}

/** Of a vault, by the names that they have there. */
const isOutside = (block: string): boolean => block.startsWith('vars:externalsecrets')

/** `@` before a name makes it local to the request. */
const variablesOf = (pairs: readonly BruPair[], secret: boolean): DraftVariable[] =>
  pairs.filter(({ enabled }) => enabled).map(({ name, value }) => ({ name: name.replace(/^@/, ''), value, secret }))

const variableNotes = (bru: BruFile, ...blocks: readonly string[]): BrunoNote[] =>
  bru
    .pairs(...blocks)
    .filter(({ enabled }) => !enabled)
    .map(({ name, line }) => ({ fact: { code: 'variable_switched_off', evidence: { name } }, place: bru.at(line) }))

/** Blocks of a later version. */
const unknownNotes = (bru: BruFile): BrunoNote[] =>
  [...new Set(bru.names.filter((name) => !known.test(name)))].map((name) => notUsed(name, bru.place(name)))

const known =
  /^(?:meta|headers|metadata|query|params:\w+|auth|auth:[\w:-]+|body|body:[\w:-]+|vars|vars:[\w:-]+|script:[\w-]+|tests|assert|settings|docs|example|app|grpc|ws|http|get|post|put|patch|delete|options|head|connect|trace)$/

const answerNotes = (bru: BruFile): BrunoNote[] =>
  bru
    .pairs('vars:post-response')
    .filter(({ enabled }) => enabled)
    .map(({ name, line }) => ({
      fact: { code: 'value_of_answer', evidence: { text: `{{${name.replace(/^@/, '')}}}` } },
      place: bru.at(line),
    }))

const parameterBlocks = [
  ['auth_req', 'authorization'],
  ['access_token_req', 'token'],
  ['refresh_token_req', 'refresh'],
] as const
const parameterPlaces = [
  ['headers', 'header'],
  ['queryparams', 'query'],
  ['body', 'body'],
] as const

function authOf(bru: BruFile, mode: string): BrunoAuth {
  const block = `auth:${mode}`
  const parameters = parameterBlocks.flatMap(([request, of]) =>
    parameterPlaces.flatMap(([suffix, place]): BrunoAuthParameter[] =>
      bru
        .pairs(`auth:oauth2:additional_params:${request}:${suffix}`)
        .map((pair) => Object.assign(plainPair(pair), { of, in: place })),
    ),
  )
  return {
    mode,
    values: new Map(bru.pairs(block).map(({ name, value }) => [name, value])),
    parameters: mode === 'oauth2' ? parameters : [],
    place: bru.place(block, 'auth'),
  }
}
