import type { ZodType } from 'zod'

/** What a column of JSON holds; null when that cannot be read, so that it takes no other row along. */
export function readJson<Value>(schema: ZodType<Value>, text: unknown): Value | null {
  try {
    return schema.safeParse(JSON.parse(String(text))).data ?? null
  } catch {
    return null
  }
}
