import { z } from 'zod'

/** How a server answered another authentication method. A token that came is not kept. */
export const triedMethodSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), exchangeId: z.string() }),
  z.strictObject({
    kind: z.literal('refused'),
    /** Null where no answer came. */
    status: z.number().nullable(),
    error: z.string().nullable(),
    exchangeId: z.string(),
  }),
  z.strictObject({ kind: z.literal('not_sent') }),
])
export type TriedMethod = z.infer<typeof triedMethodSchema>
