import type { rfc9700 } from '../../catalogue/review/rfc-9700.ts'
import type { ReviewWriters } from './writer.ts'

export const rfc9700Writers: ReviewWriters<typeof rfc9700> = {
  metadata_not_read: () => ({
    line: 'Metadata was not read yet',
    why: 'Clients that read the metadata follow a server that changes.',
    advice: 'Run the probe.',
  }),
}
