import { maskByShape, maskedUrl } from '../redaction/redact.ts'

/** An address of the settings as it is recorded, and one that is recorded: a query may be masked, and a slash was added. */
export function recordedAddress(url: string): string {
  const masked = maskedUrl(url, maskByShape)
  return URL.canParse(masked) ? new URL(masked).href : masked
}
