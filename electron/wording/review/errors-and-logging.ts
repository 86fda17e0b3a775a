import type { errorsAndLogging } from '../../catalogue/review/errors-and-logging.ts'
import { usageDays } from '../../vocabulary/review.ts'
import { counted } from './counted.ts'
import { unclearText } from './unclear.ts'
import type { ReviewWriters } from './writer.ts'

const serverLog = 'Whether the authorization server logs failures as well cannot be seen from here.'
const guessing = 'Without a limit, secrets can be guessed as fast as the server answers.'
const watches = 'A watch requests a token every so often and says when an answer changes.'

export const errorsAndLoggingWriters: ReviewWriters<typeof errorsAndLogging> = {
  failures_kept: (e) => ({
    line: `${counted(e('failures'), 'failure')} kept in the last ${usageDays} days, with the cause`,
    why: `${e('failures')} of ${counted(e('requests'), 'token request')} failed. The history keeps each with its answer and its cause. ${serverLog}`,
  }),
  no_failures: (e) => ({
    line: `History is on; no token request failed in the last ${usageDays} days`,
    why: `The history keeps every token request, with the cause when it fails. It has ${counted(e('requests'), 'token request')} of the last ${usageDays} days. ${serverLog}`,
  }),
  failures_of_file: () => ({
    line: 'No history: only a file was reviewed',
    why: `A file has no history, so it does not show whether failed token requests are kept. ${serverLog}`,
    advice: 'Import the file into the app, or log failed token requests where the client runs.',
  }),
  failures_not_kept: () => ({
    line: 'History is off: failures are not kept',
    why: 'Once the app is closed, nothing shows which token requests failed, when and why.',
    advice: 'Turn on the history in Settings.',
  }),
  wrong_credentials_limited: (e) => ({
    line: `Wrong credentials were slowed down${afterTries(e('attempts'))}`,
    why: `The authorization server stopped answering wrong credentials at full speed${e('status') === '' ? '' : `: it answered ${e('status')}`}. Guessing a secret takes too long.`,
  }),
  rate_limit_seen: (e) => ({
    line: `The server limits token requests: 429 seen ${times(e('count'))}`,
    why: `The authorization server answered 429 in the last ${usageDays} days. It slows down clients that ask too often.`,
  }),
  rate_limit_announced: (e) => ({
    line: 'The server announces a limit of token requests',
    why: `Its answers have the header field ${e('announced')}. Whether the limit also holds for wrong credentials was not seen.`,
  }),
  wrong_credentials_not_limited: (e) => ({
    line: `No limit after ${counted(e('attempts'), 'wrong attempt')}`,
    why: `The authorization server refused ${counted(e('attempts'), 'attempt')} with wrong credentials at full speed. A higher limit, or one that counts only clients that exist, would not show here. A short secret can be guessed without one.`,
    advice:
      'Ask the operator of the authorization server to slow down wrong credentials, for each client and for each address.',
  }),
  rate_limit_unclear: (e) => ({
    line: `The probe does not say: ${unclearText(e('why'))}`,
    why: guessing,
    advice: 'Run the probe again, or ask the operator.',
  }),
  rate_limit_not_seen: (e) => ({
    line: 'No limit was seen yet',
    why: `No answer here was slowed down or announced a limit. ${guessing}`,
    advice: e('cannot') === '' ? 'Run the probe, or ask the operator.' : 'Set the token endpoint, then run the probe.',
  }),
  alerts_on: (e) => ({
    line: `Watched every ${e('minutes')} min, with notifications`,
    why: `${watches} Notifications are on. It runs while the app runs. Alerts of the operator cannot be seen from here.`,
  }),
  alerts_off: (e) => ({
    line: `Watched every ${e('minutes')} min, but notifications are off`,
    why: `${watches} Without notifications, a change is noticed only by somebody who looks at the app.`,
    advice: 'Turn on notifications in Settings.',
  }),
  alerts_not_seen: () => ({
    line: 'Cannot be seen from here; this environment is not watched',
    why: `Alerts of the operator about failed attempts and unknown addresses cannot be seen from here. ${watches}`,
    advice: 'Ask the operator who is alerted. To be notified of changes here, watch this environment.',
  }),
  trail_sealed: (e) => ({
    line: `History and audit trail are on; ${counted(e('entries'), 'entry', 'entries')}, sealed`,
    why: 'The history keeps token requests and API calls, the audit trail who did what. Its entries are sealed one after the other, so that a change is noticed. Logs of the server cannot be seen from here.',
  }),
  trail_not_sealed: () => ({
    line: 'Audit trail is not sealed yet',
    why: 'Entries of the audit trail wait for a key. Until then, a change of them would not be noticed.',
    advice: 'Unlock the storage of secrets, or set it up, in Settings.',
  }),
  trail_without_key: () => ({
    line: 'Audit trail is on; no key seals it yet',
    why: 'The key that seals the trail is kept with stored secrets, and none is stored here. A change of entries would not be noticed.',
    advice: 'To have the trail sealed, set up the storage of secrets in Settings.',
  }),
  trail_without_history: () => ({
    line: 'History is off: token requests and calls are not on record',
    why: 'The audit trail keeps who did what. Requests and answers are kept by the history, which is off.',
    advice: 'Turn on the history in Settings.',
  }),
  trail_of_file: () => ({
    line: 'No audit trail: only a file was reviewed',
    why: 'A file has no audit trail, so it does not show what is kept of token requests and their use.',
    advice: 'Import the file into the app, or keep an audit log where the client runs.',
  }),
  trail_empty: () => ({
    line: 'The audit trail has no entry yet',
    why: 'Nothing was recorded of this workspace so far.',
    advice: 'Request a token.',
  }),
}

const times = (count: string): string => (count === '1' ? 'once' : `${count} times`)
const afterTries = (attempts: string): string => (attempts === '' ? '' : ` after ${counted(attempts, 'attempt')}`)
