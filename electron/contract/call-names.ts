/** Every call that the window can make; all that the preload needs to know. */
export const callNames = [
  'listEnvironments',
  'createEnvironment',
  'updateEnvironment',
  'deleteEnvironment',
  'restoreEnvironment',
  'duplicateEnvironment',
  'setSecret',
  'discover',
  'listKeys',
  'previewTokenRequest',
  'requestToken',
  'listTokens',
  'revealToken',
  'copyToken',
  'verifyToken',
  'introspectToken',
  'revokeToken',
  'decodeToken',
  'listApiCalls',
  'saveApiCall',
  'deleteApiCall',
  'sendApiCall',
  'listExchanges',
  'getExchange',
  'copyAsCurl',
  'saveHar',
  'chooseFile',
  'getPreferences',
  'setPreferences',
  'listDrafts',
  'saveDraft',
  'sandboxStatus',
  'restartSandbox',
  'about',
] as const

export type CallName = (typeof callNames)[number]

/** The IPC channel of a call, of the request to cancel one, and of the notices from main. */
export const callChannel = (name: CallName): string => `call:${name}`
export const cancelChannel = 'cancel'
export const eventChannel = 'event'
