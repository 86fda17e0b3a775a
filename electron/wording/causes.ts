import { apiCauseWriters } from './causes/api.ts'
import { clientCauseWriters } from './causes/client.ts'
import { placeCauseWriters } from './causes/place.ts'
import { requestCauseWriters } from './causes/request.ts'
import { serverCauseWriters } from './causes/server.ts'
import { tokenServiceCauseWriters } from './causes/token-service.ts'

/** The words of every cause. */
export const causeWriters = {
  ...clientCauseWriters,
  ...requestCauseWriters,
  ...placeCauseWriters,
  ...serverCauseWriters,
  ...apiCauseWriters,
  ...tokenServiceCauseWriters,
}
