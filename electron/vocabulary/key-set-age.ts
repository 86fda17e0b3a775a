/** Minutes for which a key set that was fetched is used again. */
export const keySetMinutes = 10
