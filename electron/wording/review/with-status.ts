/** ` with 401`; nothing where the status is not known. */
export const withStatus = (status: string): string => (status === '' ? '' : ` with ${status}`)
