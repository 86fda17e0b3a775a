import { call, onNotice } from './host.ts'
import { keepNotices } from './queries/keep-notices.ts'

/** Notices since before the first calls: what changes while the page is being made is asked for again once it is drawn. */
export const onNoticeFromStart = keepNotices(onNotice)

/** What the first picture shows, asked for while the rest of the page's script is still to run. */
export const firstCalls = {
  preferences: call('getPreferences', undefined),
  environments: call('listEnvironments', undefined),
  tokens: call('listTokens', undefined),
  sandbox: call('sandboxStatus', undefined),
}
