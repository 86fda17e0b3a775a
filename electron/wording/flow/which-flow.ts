/** The help on flows: what this one is for, and which other one fits otherwise. */
export const whichFlow = {
  title: 'Which flow do I need?',
  answer:
    'If a program asks on its own behalf, use client credentials. If it asks for a user who signs in, use the authorization code flow; an app that cannot keep a secret adds PKCE.',
  use: {
    title: 'Use client credentials for',
    points: [
      'Servers that call each other',
      'Services within a distributed system (microservices)',
      'Integrations that call your APIs',
      'Scheduled jobs and background services',
      'Scripts and CI that need an API',
    ],
  },
  avoid: {
    title: 'Do not use it',
    points: [
      'In a browser or mobile app: anyone can read the secret there',
      'For what a user may see or do: the token belongs to the client, not to a user',
      'Where a user has to consent or sign in',
    ],
  },
  advantages: {
    title: 'Advantages',
    points: [
      'No user takes part, so it can be automated',
      'The secret stays on the server; the API never sees it',
      'Tokens expire, so a stolen one is of little use',
      'Scopes limit what a token may do',
      'Better than API keys: limited in time, and can be revoked',
    ],
  },
} as const

/** The three flows beside each other. */
export const flowComparison = {
  title: 'Three flows compared',
  flows: ['Client credentials', 'Authorization code', 'Authorization code with PKCE'],
  rows: [
    { aspect: 'A user takes part', values: ['No', 'Yes', 'Yes'] },
    { aspect: 'Client secret', values: ['Required', 'Required', 'Not required'] },
    {
      aspect: 'For',
      values: ['Machine to machine, backend services', 'Web apps with a backend', 'Single-page and mobile apps'],
    },
    { aspect: 'Token lifetime', values: ['Configurable', 'Configurable', 'Configurable'] },
    { aspect: 'Scopes', values: ['Yes', 'Yes', 'Yes'] },
    { aspect: 'Refresh tokens', values: ['Not typically', 'Yes', 'Yes'] },
    { aspect: 'Best for', values: ['Servers and APIs', 'Traditional web apps', 'Public clients'] },
  ],
} as const

/** Wire names, as they are sent and received. */
export const flowParameters = {
  title: 'Parameters',
  rows: [
    { name: 'grant_type', text: 'Always client_credentials' },
    { name: 'client_id', text: 'The client: your app at the authorization server' },
    { name: 'client_secret', text: 'Its password. Keep it on the server only' },
    { name: 'scope', text: 'Optional. Limits what the token may do' },
    { name: 'access_token', text: 'The answer: what the client calls the API with' },
    { name: 'token_type', text: 'How the token is sent, usually Bearer' },
    { name: 'expires_in', text: 'Lifetime of the token in seconds' },
  ],
} as const
