import type { credentialStorage } from '../../catalogue/review/credential-storage.ts'
import type { ReviewWriters } from './writer.ts'

export const credentialStorageWriters: ReviewWriters<typeof credentialStorage> = {
  access_not_visible: () => ({
    line: 'Cannot be seen from here',
    why: 'Nothing here shows who else has the secret.',
    advice: 'Give the secret to the services that need it, and to nobody else.',
  }),
}
