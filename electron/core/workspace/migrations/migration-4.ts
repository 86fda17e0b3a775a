/** What a clock cannot say: which of two states of the workspace is the newer one. See `change-count.ts`. */
export const changeCounter = `
  CREATE TABLE changes (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL
  ) STRICT;
  INSERT INTO changes (id, count) VALUES (1, 1);
  `
