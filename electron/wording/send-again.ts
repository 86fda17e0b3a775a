import type { MissingPart, SendAgain } from '../contract/send-again.ts'

interface SendAgainText {
  title: string
  sentences: readonly string[]
}

/** What is said before a request is sent again; `environment` is the name that its environment has, or had. */
export function sendAgainText(plan: SendAgain, { environment }: { environment: string }): SendAgainText {
  switch (plan.kind) {
    case 'screen':
      return screens[plan.screen](environment)
    case 'saved_call':
      return {
        title: 'Send this call again',
        sentences: [
          `The saved call of “${environment}” would still send this. It is sent with the settings and the token of now.`,
        ],
      }
    case 'new_call':
      return { title: 'Open as a new call', sentences: newCall(plan, environment) }
    case 'no_environment':
      return {
        title: 'Its environment is gone',
        sentences: [
          environment === ''
            ? 'This request belongs to no environment, so there is nothing that could send it.'
            : `“${environment}” was deleted, and its secrets with it, so nothing can send this request.`,
          'Make a new environment, or restore a backup that has it under Settings. To send it with another tool, copy it as curl under Export.',
        ],
      }
    case 'not_a_call':
      return {
        title: 'This request cannot be opened here',
        sentences: [
          'What is recorded is no call that this version can send: its URL is too long, or its method is not supported.',
          'To send it with another tool, copy it as curl under Export.',
        ],
      }
  }
}

const screens: Readonly<
  Record<Extract<SendAgain, { kind: 'screen' }>['screen'], (environment: string) => SendAgainText>
> = {
  token: (environment) => ({
    title: 'Request a token again',
    sentences: [
      `A token is requested with the settings that “${environment}” has now. The secrets of the earlier request are not recorded.`,
    ],
  }),
  introspection: (environment) => ({
    title: 'Introspect again',
    sentences: [
      `The token that “${environment}” holds now is introspected. The earlier token is not recorded; paste it in the token inspector to introspect that one.`,
    ],
  }),
  revocation: (environment) => ({
    title: 'Revoke again',
    sentences: [
      `The earlier token is not recorded. Under Token you can revoke the token that “${environment}” holds now. You are asked there.`,
    ],
  }),
  discovery: (environment) => ({
    title: 'Discover again',
    sentences: [`Metadata is read under Configure of “${environment}”, at Issuer. You see there what it changes.`],
  }),
  keys: (environment) => ({
    title: 'Fetch the key set again',
    sentences: [`The key set is fetched when the token of “${environment}” is verified.`],
  }),
}

function newCall(
  { savedAs, missing }: Extract<SendAgain, { kind: 'new_call' }>,
  environment: string,
): readonly string[] {
  return [
    savedAs === null
      ? `This call is not saved. It is opened under API calls of “${environment}” as it was recorded. Nothing is sent yet.`
      : `The saved call${savedAs.name === '' ? '' : ` “${savedAs.name}”`} would send something else now. This one is opened beside it, as it was recorded. Nothing is sent yet.`,
    ...(missing.some(({ kind }) => kind === 'masked')
      ? ['Secrets and tokens are not recorded. Each has a variable in its place, so that nothing is sent without it.']
      : []),
  ]
}

const places: Readonly<Record<Extract<MissingPart, { kind: 'masked' }>['place'], string>> = {
  url: 'URL',
  query: 'Query parameter',
  header: 'Header field',
  body: 'Body',
}

/** What has to be given again: `Header field X-Api-Key, now {{masked_X-Api-Key}}`. */
export function missingPartText(part: MissingPart): string {
  if (part.kind === 'body') return 'The body: it was binary, or longer than what is recorded'
  const { place, name, variable } = part
  return `${places[place]}${name === '' ? '' : ` ${name}`}, now {{${variable}}}`
}
