/** Takes the arguments after its name; the result is the exit code. */
export type Run = (args: string[]) => Promise<number>

export interface Command {
  name: string
  summary: string
  options: readonly (readonly [name: string, summary: string])[]
  /** Exit code where it fails in a way that it does not know; 1 where that says no more than that. */
  whenFailed?: 2
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
    name: 'call',
    whenFailed: 2,
    summary: 'Send a saved call of a *.ccx.json FILE and check its assertions; secrets as for token',
    options: [
      ['--environment NAME', 'The environment of the file, by its name or id'],
      ['--call NAME', 'The call: its name, folder/name, "METHOD path" or id'],
      [
        '--allow ORIGIN',
        'Where the token and secrets may go, since all that a file names has to be allowed; can be repeated',
      ],
      ['--file NAME=PATH', 'A file that the body sends; can be repeated'],
      ['--json', 'Print one JSON document, masked'],
      ['--body', 'Print the masked body, and all else to stderr'],
    ],
    load: async () => (await import('./call/call.ts')).call,
  },
  {
    name: 'review',
    whenFailed: 2,
    summary: 'Check an environment of the app, or of a file, against the best practices; secrets as for token',
    options: [
      ['--workspace FILE', 'Another workspace than the app’s own'],
      ['--file FILE', 'A *.ccx.json file in place of the workspace, with --environment NAME'],
      ['--allow ORIGIN', 'Where secrets may go in this run besides what the app allows; can be repeated'],
      ['--offline', 'Sends nothing: judges what is set and recorded'],
      ['--probe', 'Sends the probes as well, which it lists first'],
      ['--other-audience URI', 'What --probe requests a token for that the API is to refuse'],
      ['--wrong-credentials', 'Has --probe try up to 20 made-up credentials, to see whether the server slows down'],
      ['--production', 'Lets --probe send to a production environment'],
      ['--format FORMAT', 'text, json, markdown, html or junit'],
      ['--fail-on LEVEL', 'at-risk (default) or to-improve: what exits with 1'],
    ],
    load: async () => (await import('./review/review.ts')).review,
  },
  {
    name: 'sandbox',
    summary: 'Keep the built-in authorization server and API running; print their endpoints and credentials',
    options: [
      ['--json', 'Print them as one line of JSON'],
      ['--change NAME', 'What it does differently, such as long_lifetime; can be repeated'],
    ],
    load: async () => (await import('./sandbox.ts')).sandbox,
  },
]
