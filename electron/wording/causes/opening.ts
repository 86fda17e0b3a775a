import { oneOf } from '../../common/one-of.ts'
import type { Lookup } from '../lookup.ts'
import { quoted, withPage } from '../findings/writer.ts'

type Answered = Lookup<'step' | 'status' | 'error' | 'said' | 'place' | 'page'>

const steps = ['token', 'introspection', 'revocation', 'discovery', 'jwks', 'api'] as const
type Step = (typeof steps)[number]

const subjects: Readonly<Record<Step, string>> = {
  token: 'The token endpoint',
  introspection: 'The introspection endpoint',
  revocation: 'The revocation endpoint',
  discovery: 'The metadata address',
  jwks: 'The key set address',
  api: 'The API',
}

/** Who answered, as the subject of a sentence. */
export const subject = (e: Lookup<'step'>): string => subjects[oneOf(steps, e('step')) ?? 'token']

/** What came, as the first sentence of a cause, with a space after it; empty where nothing came. */
export function opening(e: Answered): string {
  if (e('status') === '') return ''
  const error = ['', e('said'), e('status')].includes(e('error')) ? '' : ` ${e('error')}`
  const page = e('page') === '' ? '' : withPage(e)
  const said = e('said').trim() === '' ? page : `: ${quoted(e('said').trim())}`
  return `${subject(e)} answered ${e('status')}${error}${said}. `
}

/** A value after a word where it is known: `, for “x”`. */
export const known = (before: string, value: string, after = ''): string =>
  value === '' ? '' : `${before}${value}${after}`
