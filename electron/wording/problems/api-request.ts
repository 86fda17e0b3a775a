import type { Writers } from '../../catalogue/evidence.ts'
import type { apiRequestProblems } from '../../catalogue/problems/api-request.ts'

export const apiRequestProblemWriters: Writers<typeof apiRequestProblems, string> = {
  file_to_choose: ({ name }) =>
    name === ''
      ? 'No file is chosen. Choose one.'
      : `Choose the file ${name} again. A saved or shared call carries its name only, never its path on another computer.`,
  body_file_too_large: ({ path, most }) =>
    `The file ${path} is too large: the files of one body may have ${Number(most) / (1 << 20)} MiB together.`,
  body_too_large_to_copy: ({ most }) =>
    `A command can hold a body of ${Number(most) / (1 << 20)} MiB. Send this call from here, or with one file as its body.`,
  header_of_token: ({ name }) =>
    `${name} is set for the access token. Remove this header, or send the call without the token.`,
  header_value_unfit: ({ name }) =>
    `The value of ${name} cannot be sent: a header value is one line of Latin-1 characters. Check the variables in it.`,
  content_type_unfit: () => 'A content type is plain ASCII text. Check the variables in it.',
  pasted_token_unfit: () => 'This is not a token that can be sent: a token is one line of ASCII without spaces.',
}
