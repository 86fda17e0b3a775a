/** Lines of a command that a person has to know of; each is a comment of the shell. */
export const curlLines = {
  formEncodedSecret: '# CLIENT_SECRET: form-encoded first',
  extras: (count: number) =>
    `# ${count === 1 ? '1 parameter or header' : `${count} parameters and headers`} more, see Configure`,
} as const
