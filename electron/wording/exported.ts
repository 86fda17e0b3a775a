/** Stands for an environment's name where something is found in a file outside its environments. */
export const fileItself = 'The file itself'
