import { apiSentences } from './server-sentences/api.ts'
import { apiRequirementSentences } from './server-sentences/api-requirements.ts'
import { adfsAndB2cSentences } from './server-sentences/adfs-b2c.ts'
import { clientSentences } from './server-sentences/client.ts'
import { microsoftSentences } from './server-sentences/microsoft.ts'
import { placeSentences } from './server-sentences/place.ts'
import { requestSentences } from './server-sentences/request.ts'
import type { SentenceRule } from './server-sentences/entry.ts'

/** What servers say and what it means. Of several that fit the surer comes first, of equal ones that of the earlier rule. */
export const serverSentences: readonly SentenceRule[] = [
  ...microsoftSentences,
  ...apiSentences,
  ...apiRequirementSentences,
  ...adfsAndB2cSentences,
  ...clientSentences,
  ...requestSentences,
  ...placeSentences,
]
