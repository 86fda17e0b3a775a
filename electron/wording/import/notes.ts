import { assertNever } from '../../common/assert-never.ts'
import type { ImportFact, ImportNote } from '../../contract/import-note.ts'
import { settingsNoteText } from '../client-settings.ts'
import { authorizationName } from './authorization-names.ts'
import { fieldLabel } from '../field-labels.ts'
import { sentence } from '../sentence.ts'

/** What was noted of a file, and what became of it. */
export function importFactText(fact: ImportFact): string {
  switch (fact.code) {
    case 'scripts_not_run': {
      const { count } = fact.evidence
      return `Has ${count === 1 ? 'a script' : `${count} scripts`}. Scripts are never run and were left out.`
    }
    case 'token_request_in_script':
      return fact.evidence.isRead
        ? 'A client was found in a script that requests a token. The script was not run: check the settings.'
        : 'A script requests a token with client credentials. Scripts are not run: enter this client yourself.'
    case 'other_grant':
      return `Uses the grant ${fact.evidence.grant}. This app requests tokens with client_credentials. What uses it is imported without a token.`
    case 'other_authorization':
      return `Uses ${authorizationName(fact.evidence.type)}. Imported without authorization.`
    case 'token_in_query':
      return 'Sends the token in the query, where logs keep it. Here it goes in the Authorization header.'
    case 'differs_in_authorization':
      return 'Has its own client or credentials. It was imported into this environment and uses its token.'
    case 'generated_value':
      return `${fact.evidence.text} makes a new value for each request. Left as text; set a variable.`
    case 'value_of_answer':
      return `${fact.evidence.text} takes a value from the answer of another call. Left as text; set a variable.`
    case 'expression':
      return `${fact.evidence.text} is an expression that only its tool can evaluate. Left as text.`
    case 'variable_without_value':
      return `The variable ${fact.evidence.name} has no value in the file.`
    case 'encrypted_value':
      return `The value of ${fact.evidence.name} is encrypted by the tool that wrote the file. Enter the value.`
    case 'variable_loop':
      return `The variable ${fact.evidence.name} refers to itself, or to too many others. It was left as it is.`
    case 'variable_renamed':
      return `The variable ${fact.evidence.name} is called ${fact.evidence.renamed} here.`
    case 'variable_switched_off':
      return `The variable ${fact.evidence.name} is switched off and was left out.`
    case 'not_a_url':
      return `${labelOf(fact.evidence.field)} is not an absolute URL: ${fact.evidence.text}. It was not used.`
    case 'issuer_not_token_endpoint':
      return `${fact.evidence.issuer} is an issuer, not a token endpoint. Click Discover in Configure to find the endpoints.`
    case 'placeholder':
      return `${labelOf(fact.evidence.field)} looks like a placeholder. Enter the real value.`
    case 'file_not_read':
      return `Names the file ${fact.evidence.name}, which was not read. Choose it where it is used.`
    case 'value_left_out':
      return `${labelOf(fact.evidence.field)}: a value was left out. ${sentence(fact.evidence.problem)}`
    case 'not_used':
      return settingsNoteText({ code: 'not_used', names: [fact.evidence.name] })
    case 'callbacks_left_out': {
      const { count } = fact.evidence
      return `Has ${count === 1 ? 'a callback or webhook' : `${count} callbacks or webhooks`}. The server sends these requests, so they were left out.`
    }
    case 'method_not_supported':
      return `The method ${fact.evidence.method} is not supported. The call was left out.`
    case 'protocol_not_supported':
      return `${fact.evidence.protocol} is not supported. The call was left out.`
    case 'reference_not_read':
      return `Refers to ${fact.evidence.reference}, which is outside the file. It was not read.`
    case 'reference_loop':
      return `The reference ${fact.evidence.reference} leads back to itself.`
    case 'reference_missing':
      return `The reference ${fact.evidence.reference} points to nothing in the file.`
    case 'one_token_endpoint':
      return `Several servers share the token endpoint ${fact.evidence.url}. Check whether each has its own.`
    case 'audience_missing':
      return 'The provider needs an audience, and the file has none. Enter it in Configure.'
    case 'grant_not_listed':
      return `The server does not list the grant client_credentials. It lists ${fact.evidence.grants.join(', ') || 'none'}.`
    case 'method_guessed':
      return `The file does not say how the client authenticates. ${fact.evidence.method} was chosen.`
    case 'certificate_checks_off':
      return 'Certificate checks are off in the file. Here they stay on; a single certificate can be accepted after a request.'
    case 'imported_once':
      return 'Is in a loop or function of the script. It was imported once.'
    case 'duplicates':
      return `${fact.evidence.count === 1 ? 'One duplicate was' : `${fact.evidence.count} duplicates were`} left out.`
    case 'parts_of_pages': {
      const { count } = fact.evidence
      const left =
        count === 1 ? 'One request for a part of a web page was' : `${count} requests for parts of web pages were`
      return `${left} left out: pages, scripts, styles, images and fonts.`
    }
    case 'characters_not_read':
      return 'Some characters cannot be read. If the file is not in UTF-8, save it as UTF-8 and import it again.'
    case 'notes_left_out':
      return `${fact.evidence.count === 1 ? 'One more note is' : `${fact.evidence.count.toLocaleString('en')} more notes are`} not listed.`
    case 'file_not_recognized':
      return `${fact.evidence.name} was not recognized, so it was not used.`
    case 'file_damaged':
      return `${fact.evidence.name} cannot be read, so it was not used.`
    case 'own_file':
      return `${fact.evidence.name} is a file of this app and was not read with the others. Import it alone.`
    case 'files_left_out': {
      const { why, count, names } = fact.evidence
      const more = count > names.length ? ` and ${(count - names.length).toLocaleString('en-US')} more` : ''
      return `Not read, because ${leftOutReasons[why]}: ${names.join(', ')}${more}.`
    }
    case 'no_client': {
      const { grants } = fact.evidence
      const found = grants.length === 0 ? '' : ` Grants in it: ${grants.join(', ')}.`
      return `No client with the client credentials grant was found.${found}`
    }
    case 'settings':
      return settingsNoteText({ code: fact.evidence.note, names: fact.evidence.names })
    default:
      return assertNever(fact)
  }
}

/** Parts of a call, which the form of an environment does not have. */
const callFields: Readonly<Record<string, string>> = {
  url: 'URL',
  query: 'Query',
  body: 'Body',
  assertions: 'Assertions',
}

const labelOf = (field: string): string => fieldLabel(field) ?? callFields[field] ?? field

const leftOutReasons = {
  binary: 'they are not text',
  too_large: 'they are too large',
  not_readable: 'the system does not allow it',
} as const

/** Where it is, for people: `orders.json, /item/3/auth` or `line 12`. */
export function importPlaceText({ file, line, pointer }: ImportNote['place']): string {
  const within = line === null ? (pointer ?? '') : `line ${line}`
  return [file, within].filter((part) => part !== '').join(', ')
}
