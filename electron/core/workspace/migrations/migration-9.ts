/** Calls with query, headers, kinds of body, scopes, assertions and names; and which call an exchange is of. */
export const completeApiCalls = `
  UPDATE api_calls SET value = json_set(
    json_remove(value, '$.contentType'),
    '$.query', json('[]'),
    '$.headers', json('[]'),
    '$.body', CASE
      WHEN value ->> '$.body' = '' THEN json_object('kind', 'none')
      WHEN value ->> '$.contentType' = 'application/json' THEN json_object('kind', 'json', 'text', value ->> '$.body')
      ELSE json_object('kind', 'text', 'text', value ->> '$.body', 'contentType', value ->> '$.contentType')
    END,
    '$.authorization', 'environment',
    '$.renewOn401', json('false'),
    '$.scope', '',
    '$.assertions', json('[]'),
    '$.name', '',
    '$.folder', '',
    '$.notes', ''
  )
    -- What is no JSON is repaired when the workspace is opened.
    WHERE json_valid(value) AND json_type(value) = 'object';

  ALTER TABLE exchanges ADD COLUMN call_id TEXT;
  CREATE INDEX exchanges_by_call ON exchanges (call_id, started_at DESC) WHERE call_id IS NOT NULL;
  `
