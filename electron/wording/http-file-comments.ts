/** Comments in `.http` files, for whoever uses them in an editor. */
export const httpFileComments = {
  secrets: 'Secrets are not in this file. Copy .env.example to .env and fill it in.',
  token:
    'VS Code REST Client and Visual Studio take the token out of the answer to the request "token": send that first.',
  handler:
    'IntelliJ and httpYac: remove the line that begins with @access_token above, and the "# " before the next line.',
  assertion: 'A signed client assertion goes into .env: this file cannot make one.',
  certificate: 'The client certificate is set in the editor.',
  encoded: 'Percent-encoded, as it is sent in a form.',
  folder: (name: string): string => `Folder: ${name}`,
  names: (file: string): string => `Of ${file}`,
}
