/** The Electron that this app is made for: the major of the one that package.json names. */
export const electronMajor = 45

/** The major of an Electron that is older than that, and so past its life; null when it is not. */
export function outdatedMajor(version: string): number | null {
  const major = Number.parseInt(version, 10)
  return major < electronMajor ? major : null
}
