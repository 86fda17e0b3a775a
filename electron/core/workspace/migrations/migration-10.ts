/** Variables of environments. */
export const variables = `
  UPDATE environments SET value = json_set(value, '$.variables', json('[]'))
    -- What is no JSON is repaired when the workspace is opened.
    WHERE json_valid(value);
  `
