import { assertNever } from '../../common/assert-never.ts'
import type { AgeProblem, ImportProblem, JsonTextFault, MemberFault } from '../../contract/import-problem.ts'
import { fieldLabel } from '../field-labels.ts'
import { sentence } from '../sentence.ts'
import { systemFailureText } from '../system-failure.ts'
import { sourceText } from './formats.ts'
import { otherFileText } from './other-files.ts'

const nothing = 'Nothing was imported.'
const exported = 'It was not recognized as a file of another tool either.'

/** Why a file was not imported, and what to do. */
export function importProblemText(problem: ImportProblem): string {
  switch (problem.code) {
    case 'file_not_read':
    case 'not_applied':
      return `${systemFailureText(problem.evidence.failure)} ${nothing}`
    case 'too_long':
      return `It has more than ${counted(problem.evidence.most)} characters, the limit.`
    case 'empty':
      return 'It is empty.'
    case 'other_file':
      return otherFileText(problem.evidence.kind)
    case 'text_invalid': {
      const { format, file, line } = problem.evidence
      const where = [file, ...(line === 0 ? [] : [`line ${line}`])].filter((part) => part !== '').join(', ')
      return `It looks like ${sourceText({ format, version: '' })}, but cannot be read${where === '' ? '' : ` (${where})`}. ${nothing}`
    }
    case 'not_recognized':
      return `It was not recognized. Import a file of this app or of another tool, such as a Postman collection, an OpenAPI description, variables or curl commands. ${nothing}`
    case 'nothing_in_it':
      return `${sourceText({ format: problem.evidence.format, version: '' })} was recognized, but it has no client and no call. ${nothing}`
    case 'too_many_calls':
      return `It has more than ${counted(problem.evidence.most)} calls, the limit of an environment. ${nothing}`
    case 'too_many_calls_in_all':
      return `Its environments have more than ${counted(problem.evidence.most)} calls together, the limit. Import fewer environments at a time. ${nothing}`
    case 'too_many_environments':
      return `Its clients and its sets of variables make more than ${counted(problem.evidence.most)} environments, the limit. ${nothing}`
    case 'too_many_files':
      return `It has more than ${counted(problem.evidence.most)} files, the limit. ${nothing}`
    case 'too_many_values':
      return `It has more than ${counted(problem.evidence.most)} values, the limit. ${nothing}`
    case 'too_many_lines':
      return `It has more than ${counted(problem.evidence.most)} lines, the limit. ${nothing}`
    case 'nested_too_deep':
      return `It is nested deeper than ${problem.evidence.most} levels, the limit. ${nothing}`
    case 'repeats_itself':
      return `It repeats its parts too often, or within themselves, by aliases of YAML. ${nothing}`
    case 'took_too_long':
      return `Reading it took longer than ${problem.evidence.seconds} seconds, the limit. ${nothing}`
    case 'target_missing':
      return `The environment that its calls were to go to no longer exists. Choose another one. ${nothing}`
    case 'reader_ended':
      return `It could not be read: it needs more memory than there is. ${nothing}`
    case 'reader_failed':
      return `It could not be read: this app has a fault there. ${nothing} Please report it, with a file of the same kind.`
    case 'several_own_files':
      return `It has ${problem.evidence.count} files of this app. Import them one at a time. ${nothing}`
    case 'json_invalid': {
      const { fault, path, line } = problem.evidence
      return `${jsonFaultText(fault)} It is at ${path}, line ${line}. ${nothing}`
    }
    case 'not_object':
      return `It is JSON, but not a JSON object. ${exported}`
    case 'other_format': {
      const { found, expected } = problem.evidence
      const format = found === null ? 'it does not say its format' : `its format is ${found}`
      return `It is not a file of Client Credentials Explorer: ${format}, and not "${expected}". ${exported}`
    }
    case 'no_version':
      return `Its member "version" is not a version. This app reads version ${problem.evidence.known}.`
    case 'version_newer': {
      const { found, known } = problem.evidence
      return `It has version ${found} of the format; this version of the app reads versions up to ${known}. Nothing was changed. Install the newer version of the app to import it.`
    }
    case 'member_invalid': {
      const { fault, path, line } = problem.evidence
      return `At ${path}, line ${line}: ${memberFaultText(fault)} ${nothing}`
    }
    case 'no_age_file':
      return `Its encrypted part is no age file, or was cut short. ${nothing}`
    case 'encrypted_differs':
      return `What is encrypted in it does not match its environments. ${nothing}`
    case 'forgotten':
      return 'It is no longer there. Read the file again.'
    case 'still_encrypted':
      return 'It is encrypted: open it with its passphrase first.'
    case 'signature_invalid':
      return `${invalidSignatureText} ${nothing} Ask for the file again.`
    case 'built_in':
      return `"${problem.evidence.name}" is built in and cannot be replaced. Keep it, or take both. ${nothing}`
    case 'replaced_twice':
      return `Two environments of the file would replace "${problem.evidence.name}". Keep it from one of them, or take both. ${nothing}`
    case 'changed_meanwhile':
      return `"${problem.evidence.name}" was changed meanwhile. ${nothing} Import it again.`
    case 'setting_invalid': {
      const { name, field, message } = problem.evidence
      return `${fieldLabel(field) ?? field} of "${name}" cannot be used: ${sentence(message)} ${nothing}`
    }
    case 'wrong_passphrase':
    case 'wrong_identity':
    case 'encrypted_damaged':
    case 'encrypted_too_large':
    case 'header_too_large':
    case 'work_factor_too_high':
    case 'no_memory':
      return ageProblemText(problem)
    default:
      return assertNever(problem)
  }
}

export const invalidSignatureText =
  'Its signature is invalid: the file was changed after it was signed, or signed wrongly.'

function ageProblemText(problem: AgeProblem): string {
  switch (problem.code) {
    case 'wrong_passphrase':
      return 'The passphrase does not open it. Check it for typing mistakes, or ask the sender for it.'
    case 'wrong_identity':
      return 'It was not encrypted to your key. Give the sender your recipient, which begins with age1, and ask for a new file.'
    case 'encrypted_damaged':
      return `${damagedParts[problem.evidence.what]} Nothing of it was used. Ask the sender for it again.`
    case 'encrypted_too_large':
      return `The encrypted part is larger than ${problem.evidence.mebibytes} MiB, the limit.`
    case 'header_too_large':
      return `The header of the encrypted part is larger than ${problem.evidence.kibibytes} KiB.`
    case 'work_factor_too_high': {
      const { asked, most, usual } = problem.evidence
      return `The file asks for a work factor of ${asked} to try a passphrase; at most ${most} is done. Ask for a file that was encrypted with the usual one, ${usual}.`
    }
    case 'no_memory':
      return `There is not enough memory to try a passphrase: ${problem.evidence.mebibytes} MiB are needed.`
    default:
      return assertNever(problem)
  }
}

type DamagedPart = Extract<AgeProblem, { code: 'encrypted_damaged' }>['evidence']['what']

const damagedParts: Readonly<Record<DamagedPart, string>> = {
  armor: 'The encrypted part is not an age file in ASCII armor, or it was changed or cut short.',
  header: 'The header of the encrypted part is cut off.',
  content: 'The encrypted part was changed or cut short.',
}

function jsonFaultText(fault: JsonTextFault): string {
  switch (fault.code) {
    case 'cut_short':
      return 'The JSON ends too early: it was cut short.'
    case 'string_without_end':
      return 'A text has no end: the file was cut short.'
    case 'not_json':
      return 'This is not JSON.'
    case 'duplicate_member':
      return 'A member is there twice.'
    case 'proto_member':
      return 'A member has the name __proto__, which no file of this format has.'
    case 'lone_surrogate':
      return 'A text holds half of a character (a lone surrogate).'
    case 'number_too_long':
      return 'A number has more digits than can be kept.'
    case 'too_many_items':
      return `A list has more than ${counted(fault.evidence.most)} items, the limit.`
    case 'too_many_members':
      return `An object has more than ${counted(fault.evidence.most)} members, the limit.`
    case 'too_deep':
      return `It is nested deeper than ${fault.evidence.most} levels, the limit.`
    case 'string_too_long':
      return `A text is longer than ${counted(fault.evidence.most)} characters, the limit.`
    default:
      return assertNever(fault)
  }
}

function memberFaultText(fault: MemberFault): string {
  switch (fault.code) {
    case 'invalid_value':
      return sentence(fault.evidence.message)
    case 'environment_id_twice':
      return `environments[${fault.evidence.first}] has the same id.`
    case 'call_id_twice':
      return 'Another saved call has the same id.'
    case 'no_encrypted_secrets':
      return 'It says that a secret is encrypted, and the file holds no encrypted secrets.'
    default:
      return assertNever(fault)
  }
}

const counted = (value: number): string => value.toLocaleString('en-US')
