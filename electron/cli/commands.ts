/** Takes the arguments after its name; the result is the exit code. */
export type Run = (args: string[]) => Promise<number>

export interface Command {
  name: string
  summary: string
  options: readonly (readonly [name: string, summary: string])[]
  /** What a command needs is loaded when it runs. */
  load: () => Promise<Run>
}

export const commands: readonly Command[] = [
  {
    name: 'demo',
    summary: 'Run the whole client-credentials flow against the built-in sandbox and show each step',
    options: [],
    load: async () => (await import('./demo/demo.ts')).demo,
  },
  {
    name: 'token',
    summary: 'Request a token for an environment of the app; secrets come from CCX_CLIENT_SECRET and the like',
    options: [
      ['--workspace FILE', 'Another workspace than the app’s own'],
      ['--question', 'On a refusal, writes to stdout a masked question for whoever runs the server'],
      ['--allow ORIGIN', 'Where secrets may go in this run besides what the app allows; can be repeated'],
    ],
    load: async () => (await import('./token.ts')).token,
  },
  {
    name: 'sandbox',
    summary: 'Keep the built-in authorization server and API running; print their endpoints and credentials',
    options: [['--json', 'Print them as one line of JSON']],
    load: async () => (await import('./sandbox.ts')).sandbox,
  },
]
