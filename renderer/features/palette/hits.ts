import { hostOf } from '../../../electron/common/host-of.ts'
import type { ApiCallSummary } from '../../../electron/contract/api-call.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { whichFlow } from '../../../electron/wording/flow/which-flow.ts'

/** What can be done with one environment; the first is what a name alone leads to. */
const verbNames = [
  'open',
  'run_flow',
  'request',
  'verify',
  'introspect',
  'new_call',
  'review',
  'run_probes',
  'history',
  'export',
  'configure',
  'variables',
  'fill',
  'test_connection',
] as const
export type Verb = (typeof verbNames)[number]

export const verbs: Readonly<Record<Verb, string>> = {
  open: 'Open',
  run_flow: 'Run flow',
  request: 'Request token',
  verify: 'Verify',
  introspect: 'Introspect',
  new_call: 'New call',
  review: 'Review',
  run_probes: 'Run probes',
  history: 'History',
  export: 'Export',
  configure: 'Configure',
  variables: 'Variables',
  fill: 'Paste to fill',
  test_connection: 'Test connection',
}

/** The places that belong to no environment, and the help. */
const pageNames = [
  'new',
  'paste',
  'import',
  'export',
  'inspector',
  'compare',
  'history',
  'audit',
  'which_flow',
  'settings',
] as const
export type Page = (typeof pageNames)[number]

/** Their names, with more words by which they are found. */
export const pages: Readonly<Record<Page, { title: string; words: string }>> = {
  new: { title: 'New environment', words: 'add create' },
  paste: { title: 'New environment from curl, .env or JSON', words: 'paste to fill add create' },
  import: { title: 'Import', words: 'environments from a file or text' },
  export: { title: 'Export', words: 'environments to a file' },
  inspector: { title: 'Token inspector', words: 'paste decode' },
  compare: { title: 'Compare tokens', words: 'previous current requested granted' },
  history: { title: 'History', words: 'search exchanges requests answers recorded' },
  audit: { title: 'Audit trail', words: 'events secrets used who when verify seal' },
  which_flow: { title: whichFlow.title, words: 'help compare authorization code pkce client credentials parameters' },
  settings: { title: 'Settings', words: 'theme sandbox secrets variables backups keys' },
}

export interface EnvironmentHit {
  verb: Verb
  environment: EnvironmentSummary
}

export interface Hits {
  here: readonly EnvironmentHit[]
  /** Saved calls of the environment that is shown. */
  calls: readonly ApiCallSummary[]
  pages: readonly Page[]
  /** Whether a place was named: then it comes before other environments. */
  pagesFirst: boolean
  elsewhere: readonly EnvironmentHit[]
}

interface Searched {
  query: string
  environments: readonly EnvironmentSummary[]
  /** The id of the environment that is shown. */
  current: string | null
  /** The saved calls of that. */
  calls: readonly ApiCallSummary[]
  hasToken: (environmentId: string) => boolean
}

/** Hits that are shown: more is a longer list than anyone reads. */
const most = 50
const mostCalls = 20

/** What was searched for, each word somewhere in verb, name, host and stage, in any order. */
export function hitsOf({ query, environments, current, calls, hasToken }: Searched): Hits {
  const words = query
    .toLowerCase()
    .split(/[\s·]+/)
    .filter(Boolean)
  const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const hits = (environment: EnvironmentSummary): EnvironmentHit[] => {
    const { name, issuer, stage } = environment
    return verbNames
      .filter(
        (verb) => isPossible(verb, environment, hasToken) && fits(`${verbs[verb]} ${name} ${hostOf(issuer)} ${stage}`),
      )
      .map((verb) => ({ verb, environment }))
  }
  const here = environments.filter(({ id }) => id === current).flatMap(hits)
  const sent = calls
    .filter(({ method, url, name, folder }) => fits(`Send ${method} ${url} ${name} ${folder}`))
    .slice(0, mostCalls)
  const found = pageNames.filter((page) => fits(`${pages[page].title} ${pages[page].words}`))
  const elsewhere: EnvironmentHit[] = []
  for (const environment of environments) {
    if (environment.id !== current) elsewhere.push(...hits(environment))
    if (elsewhere.length >= most) break
  }
  const pagesFirst = found.some((page) => pages[page].title.toLowerCase().startsWith(words.join(' ')))
  const before = here.length + sent.length + found.length
  return { here, calls: sent, pages: found, pagesFirst, elsewhere: elsewhere.slice(0, most - before) }
}

function isPossible(
  verb: Verb,
  { id, builtIn, provider }: EnvironmentSummary,
  hasToken: (id: string) => boolean,
): boolean {
  if (verb === 'export') return !builtIn
  if (verb === 'fill') return provider !== 'sandbox'
  return verb === 'verify' || verb === 'introspect' ? hasToken(id) : true
}
