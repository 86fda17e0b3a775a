import { z } from 'zod'
import { isPlainDrawing } from '../vocabulary/plain-drawing.ts'
import { environmentIdSchema } from './environment.ts'

/** A PNG begins with these bytes. @see https://www.w3.org/TR/png-3/#3PNGsignature */
const pngStart = /^iVBORw0KGgo/

/** The picture of a flow as it is shown, to be written to a file. */
export const flowPictureSchema = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('svg'),
    environmentId: environmentIdSchema,
    text: z.string().max(2_000_000).refine(isPlainDrawing, 'A picture is shapes and text.'),
  }),
  z.strictObject({
    format: z.literal('png'),
    environmentId: environmentIdSchema,
    base64: z.base64().max(28_000_000).regex(pngStart),
  }),
])
export type FlowPicture = z.infer<typeof flowPictureSchema>
