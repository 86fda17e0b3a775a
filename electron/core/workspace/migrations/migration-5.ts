const tables = [
  'environments',
  'api_calls',
  'exchanges',
  'data_key',
  'secrets',
  'secret_origins',
  'sealed_values',
  'sharing_contacts',
  'audit_events',
]

/** A checksum of each row, and a second one of what lists of exchanges show; they are filled in after every migration. */
export const rowChecksums = [
  ...tables.map((table) => `ALTER TABLE ${table} ADD COLUMN checksum BLOB;`),
  'ALTER TABLE exchanges ADD COLUMN summary_checksum BLOB;',
].join('\n')
