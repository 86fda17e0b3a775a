import type { credentialStorage } from '../../catalogue/review/credential-storage.ts'
import { capital } from '../../common/capital.ts'
import { fieldLabel } from '../field-labels.ts'
import { counted } from './counted.ts'
import { andMore, credentialName, credentialTitle, secretList, textPlace } from './credential-words.ts'
import type { ReviewWriters } from './writer.ts'

/** What an environment is compared with. */
const otherStages = (count: string): string =>
  counted(count, 'environment of another stage', 'environments of other stages')

const sharedAdvice = (credential: string): string =>
  `Ask the operator of the authorization server for another ${credentialName(credential)} for one of them, and set it there.`

const notEncrypted =
  'Settings and saved calls are not encrypted. Everyone who can read the workspace, a backup or an exported file can read them.'

const ownClientAdvice =
  'Ask the operator of the authorization server for one client for each stage, each with its own secret or key.'

const rotation =
  'Request a new one from the authorization server, set it here, request a token, then have the old one deleted at the server.'

export const credentialStorageWriters: ReviewWriters<typeof credentialStorage> = {
  secret_committed: (e) => ({
    line: `${secretList(e('secrets'))}: file tracked by Git`,
    why: 'The file is in the index of a Git working copy: it is in a commit, or will be in the next one. Everyone with the repository has the secret.',
    advice:
      'Have the secret replaced at the server first. Then keep the new one outside of the repository, and remove the file from it.',
  }),
  secret_in_repository: (e) => ({
    line: `${secretList(e('secrets'))}: file in a Git working copy, not ignored`,
    why: 'The next commit can take it up by mistake, and what was committed stays in the history. No rule was found by which Git ignores it.',
    advice: 'Add the file to .gitignore, move it out of the working copy, or read the secret from a secret manager.',
  }),
  secrets_encrypted: (e) => ({
    line: `${secretList(e('secrets'))} stored encrypted`,
    why: `${keptBy(e('protection'))} Exported files carry no secret unless you encrypt them for someone.`.trimStart(),
  }),
  secrets_in_manager: (e) => ({
    line: `${secretList(e('secrets'))} read from a secret manager`,
    why: 'Read when a request needs it, and not stored here.',
  }),
  secrets_from_variable: (e) => ({
    line: `${secretList(e('secrets'))} read from an environment variable`,
    why: 'Read when a request needs it, and not stored here.',
  }),
  secrets_in_file: (e) => ({
    line: `${secretList(e('secrets'))} read from a file, in no Git working copy`,
    why: 'Read when a request needs it. No folder above the file is a Git working copy.',
  }),
  secrets_in_ignored_file: (e) => ({
    line: `${secretList(e('secrets'))} read from a file that Git ignores`,
    why: 'Read when a request needs it. The file is in a Git working copy, is not tracked, and is ignored by a rule.',
  }),
  secret_file_not_seen: (e) => ({
    line: `${secretList(e('secrets'))}: the file cannot be looked at`,
    why: 'Whether it is in a Git working copy is not known: it is missing, on a network share, or in a folder that may not be read.',
    advice: 'Check the path of the file.',
  }),
  secrets_not_kept: (e) => ({
    line: `${secretList(e('secrets'))} not stored`,
    why: 'In memory until you quit, or asked for each time.',
  }),
  secret_not_set: (e) => ({
    line: `${secretList(e('secrets'))} not set`,
    why: 'How it is kept can be seen once it is set.',
    advice: `Set ${fieldLabel(e('field')) ?? 'it'} in Configure.`,
  }),
  no_secret_used: () => ({
    line: 'No secret is kept for this environment',
    why: 'Its authentication method needs no secret that is stored here or read from elsewhere.',
  }),

  secret_written_out: (e) => ({
    line: `Secret in clear text in ${andMore(textPlace(e('field'), e('call')), e('count'))}`,
    why: notEncrypted,
    advice: 'Move it into a secret or a secret variable, and replace it at the server that it is for.',
  }),
  secret_perhaps_written_out: (e) => ({
    line: `Text that looks like a secret in ${andMore(textPlace(e('field'), e('call')), e('count'))}`,
    why: notEncrypted,
    advice: 'If it is a secret, move it into a secret variable. If it is none, accept this finding and say why.',
  }),
  no_secret_written_out: () => ({
    line: 'No secret found in settings and saved calls',
    why: 'Settings, notes, variables and saved calls were searched for stored secrets, tokens, private keys and random texts.',
  }),

  secret_shared_with_production: (e) => ({
    line: `Same ${credentialName(e('credential'))} in ${andMore(e('environment'), e('count'))}`,
    why: 'Production shares it with another stage, so a leak there is a leak in production.',
    advice: sharedAdvice(e('credential')),
  }),
  secret_shared_across_stages: (e) => ({
    line: `Same ${credentialName(e('credential'))} in ${andMore(e('environment'), e('count'))}`,
    why: 'Environments of different stages share it, so a leak in one is a leak in the other.',
    advice: sharedAdvice(e('credential')),
  }),
  secret_of_two_clients: (e) => ({
    line: `Same ${credentialName(e('credential'))} for another client in ${andMore(e('environment'), e('count'))}`,
    why: 'Two clients share it, so a leak of one is a leak of the other, and neither can be rotated alone.',
    advice: sharedAdvice(e('credential')),
  }),
  secret_not_shared: (e) => ({
    line: `${credentialTitle(e('credential'))} differs from ${otherStages(e('count'))}`,
    why:
      e('notCompared') === ''
        ? 'Other clients of other stages in this workspace were compared, except those of servers on this computer.'
        : `${capital(otherStages(e('notCompared')))} could not be compared: the secret there is not set, or cannot be read without asking for it.`,
  }),
  secret_not_compared: (e) => ({
    line: `${credentialTitle(e('credential'))} cannot be compared with ${otherStages(e('count'))}`,
    why: 'A secret that is not set, or that has to be asked for, is not compared. Comparing would mean reading it.',
    advice: 'Check in the secret manager that each stage has another one.',
  }),
  no_other_stage: () => ({
    line: 'No secret of another stage to compare with',
    why: 'Secrets are compared within this workspace.',
  }),
  nothing_to_share: () => ({
    line: 'No secret or key that environments could share',
    why: 'The authentication method of this environment uses none that is kept.',
  }),

  client_shared_with_production: (e) => ({
    line: `Same client as ${andMore(e('environment'), e('count'))}, at the same server`,
    why: 'One client serves production and another stage. A leak in one is a leak in the other, and the server cannot tell them apart.',
    advice: ownClientAdvice,
  }),
  client_shared_across_stages: (e) => ({
    line: `Same client as ${andMore(e('environment'), e('count'))}, at the same server`,
    why: 'One client serves two stages. A leak in one is a leak in the other, and the server cannot tell them apart.',
    advice: ownClientAdvice,
  }),
  stage_unlike_name: (e) => ({
    line: `${fieldLabel(e('field')) ?? 'Name'} ${e('name')} says production; Stage is ${capital(e('stage'))}`,
    why: 'Either something of production is used in another stage, or Stage is wrong. Production asks for a confirmation that other stages do not need.',
    advice: 'Set Stage to Production, or use the client and server of this stage.',
  }),
  client_separate: (e) => ({
    line: `Another client than in ${otherStages(e('count'))}`,
    why: 'No environment of another stage in this workspace uses this client at this server.',
  }),
  no_stage_to_separate: () => ({
    line: 'No client of another stage to compare with',
    why: 'Clients are compared within this workspace, once the client ID is set.',
  }),

  credential_old: (e) => ({
    line: `${credentialTitle(e('credential'))} ${since(e('credential'))} ${ago(e('days'))}; ${e('limit')} days are advised`,
    why: `The longer it is in use, the more copies of it there are. ${earlier(e('credential'))}`.trim(),
    advice: rotation,
  }),
  credential_recent: (e) => ({
    line: `${credentialTitle(e('credential'))} ${since(e('credential'))} ${ago(e('days'))}`,
    why: `Up to ${e('limit')} days are advised. ${earlier(e('credential'))}`.trim(),
  }),
  credential_age_not_known: (e) => ({
    line: `Age of the ${credentialName(e('credential'))} cannot be seen from here`,
    why: 'Only for a secret that is stored here, and for a certificate, is it known since when it is used.',
    advice: 'Check where it is kept when it was last replaced.',
  }),
  credential_not_set: (e) => ({
    line: `${credentialTitle(e('credential'))} not set`,
    why: 'Its age is counted from the day on which it is set.',
    advice: `Set ${fieldLabel(e('field')) ?? 'it'} in Configure.`,
  }),
  no_credential_to_rotate: () => ({
    line: 'No secret or key that has to be rotated here',
    why: 'The authentication method of this environment uses none that is kept.',
  }),

  certificate_expired: (e) => ({
    line: `Client certificate expired on ${e('date')}`,
    why: 'Servers refuse an expired certificate. One that accepts it does not check certificates.',
    advice: 'Renew the certificate, and set it in Configure.',
  }),
  certificate_not_yet_valid: (e) => ({
    line: `Client certificate is valid from ${e('date')}`,
    why: 'Servers refuse it until then. If this day is past, the clock of this computer is wrong.',
    advice: 'Use the certificate that is valid now.',
  }),
  certificate_ends_soon: (e) => ({
    line: `Client certificate expires in ${counted(e('days'), 'day')}, on ${e('date')}`,
    why: 'From then on servers refuse it.',
    advice: 'Renew the certificate, have the server accept the new one, and set it in Configure.',
  }),
  certificate_long_lived: (e) => ({
    line: `Client certificate is valid for ${e('days')} days; at most ${e('limit')} are advised`,
    why: 'A key that leaks works until its certificate expires or the server no longer accepts it.',
    advice: 'Have certificates issued for a shorter time, and renew them automatically.',
  }),
  certificate_current: (e) => ({
    line: `Client certificate is valid until ${e('date')}`,
    why: 'It has an end, and enough time until then.',
  }),
  certificate_not_read: () => ({
    line: 'Client certificate could not be read',
    why: 'How long it is valid is read from the certificate.',
    advice: 'Check the certificate under Network in Configure.',
  }),
  no_client_certificate: () => ({
    line: 'No client certificate is used',
    why: 'There is none to renew.',
  }),

  credential_file_open: (e) => ({
    line: `${secretList(e('secrets'))}: every account may read the file`,
    why: 'The rights of the file, and of the folders that it is in, let every account of this computer read it.',
    advice: 'Let only the account that runs the client read the file: chmod 600.',
  }),
  credential_unused: (e) => ({
    line: `${secretList(e('secrets'))} stored, but not used by ${e('method')}`,
    why: 'The authentication method does not need it, and a credential that is kept can leak.',
    advice: 'Delete it in Configure. If nothing else uses it, have it deleted at the server as well.',
  }),
  access_not_visible: () => ({
    line: 'Cannot be seen from here',
    why: 'Nothing here shows who else has the secret.',
    advice: 'Give the secret to the services that need it, and to nobody else.',
  }),
}

function keptBy(protection: string): string {
  if (protection === 'passphrase') return 'Your passphrase protects the key that encrypts it.'
  return protection === 'keyring' ? 'The keyring of the system protects the key that encrypts it.' : ''
}

const ago = (days: string): string => (days === '0' ? 'today' : `${counted(days, 'day')} ago`)

const since = (credential: string): string => (credential === 'client_certificate' ? 'issued' : 'set')

/** A certificate says itself since when it is used; of a secret it is known since when it is here. */
const earlier = (credential: string): string =>
  credential === 'client_certificate' ? '' : 'Counted from the day on which it was set here; it may be older.'
