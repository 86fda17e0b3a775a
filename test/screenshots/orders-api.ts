const operation = (tag: string, summary: string, scope: string) => ({
  tags: [tag],
  summary,
  security: [{ oauth: [scope] }],
})

/** An API description with two servers, for the picture of an import. */
export const ordersApi = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Orders' },
  servers: [
    { url: 'https://api.dev.orders.example', description: 'Development' },
    { url: 'https://api.orders.example', description: 'Production' },
  ],
  components: {
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: {
          clientCredentials: {
            tokenUrl: 'https://id.orders.example/oauth2/token',
            scopes: { 'orders:read': 'Read orders', 'orders:write': 'Change orders', 'ledger:read': 'Read the ledger' },
          },
        },
      },
      key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
    },
  },
  paths: {
    '/orders': {
      get: operation('Orders', 'List open orders', 'orders:read'),
      post: operation('Orders', 'Create order', 'orders:write'),
    },
    '/orders/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, example: '4711', schema: { type: 'string' } }],
      get: operation('Orders', 'One order', 'orders:read'),
      patch: operation('Orders', 'Change quantity', 'orders:write'),
      delete: operation('Orders', 'Cancel order', 'orders:write'),
    },
    '/ledger/balance': { get: operation('Ledger', 'Balance', 'ledger:read') },
    '/ledger/entries': {
      parameters: [{ name: 'account', in: 'query', required: true, schema: { type: 'string' } }],
      get: operation('Ledger', 'Entries', 'ledger:read'),
    },
    '/ledger/export.csv': {
      get: { tags: ['Ledger'], summary: 'Export', security: [{ oauth: ['ledger:read'], key: [] }] },
    },
    '/session': { post: { tags: ['Web shop'], summary: 'Sign in', security: [{ basic: [] }] } },
  },
})
