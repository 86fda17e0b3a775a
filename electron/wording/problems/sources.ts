import type { Writers } from '../../catalogue/evidence.ts'
import type { sourceProblems } from '../../catalogue/problems/sources.ts'
import { jsonKind } from '../json-kind.ts'

const places: ReadonlyMap<string, (name: string, within: string) => string> = new Map([
  ['variable', (name) => `The environment variable ${name}`],
  ['file', (name) => `The file ${name}`],
  ['first_line', (name) => `The first line of the file ${name}`],
  ['json_string', (name, within) => `The string at ${name} of the file ${within}`],
  ['secret', (name) => `The secret ${name}`],
  ['key_of_secret', (name, within) => `The key ${name} of the secret ${within}`],
  ['vault_key', (name, within) => `The key ${name} of ${within} in Vault`],
])

const placeText = ({ place, name, within = '' }: { place: string; name: string; within?: string }) =>
  places.get(place)?.(name, within) ?? name

export const sourceProblemWriters: Writers<typeof sourceProblems, string> = {
  source_cancelled: () => 'Cancelled.',
  source_unreachable: () => 'The source did not answer.',
  source_redirects: ({ origin, status }) =>
    `${origin} redirects (${status}), which is not followed. Check the address.`,
  source_value_empty: (evidence) => `${placeText(evidence)} is empty. Put the secret there.`,
  source_value_too_long: ({ length, most, ...evidence }) =>
    `${placeText(evidence)} has ${length} characters; a secret has at most ${most}. Choose another.`,
  source_variable_not_set: ({ variable }) =>
    `The environment variable ${variable} is not set for this app, which has the variables of the program that started it. Set it for your session, or start the app from a terminal where it is set.`,
  source_file_not_text: ({ path }) => `The file ${path} is not text in UTF-8. Save it as UTF-8.`,
  source_file_empty: ({ path }) => `The file ${path} is empty. The program that writes it has not done so yet.`,
  source_file_not_json: ({ path }) =>
    `The file ${path} is not valid JSON. Correct it, or leave the JSON pointer empty.`,
  source_file_needs_pointer: ({ path }) =>
    `The file ${path} is JSON. Enter the JSON pointer of the secret in it, such as /client_secret.`,
  source_pointer_leads_nowhere: ({ path, pointer, name, within }) =>
    `In the file ${path}, at the JSON pointer ${pointer} there is no ${name} ${within === undefined ? 'at the top of it' : `in ${within}`}.`,
  source_pointer_to_no_string: ({ path, pointer, found }) =>
    `In the file ${path}, at the JSON pointer ${pointer} there is ${jsonKind(found)}, and a secret is a string.`,
  source_given_by_person: () => 'There is nothing to test: you enter this secret yourself.',
}
