/** Folders of environments. */
export const folders = `
  UPDATE environments SET value = json_set(value, '$.folder', '')
    -- What is no JSON is repaired when the workspace is opened.
    WHERE json_valid(value);
  `
