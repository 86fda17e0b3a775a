/** Evidence by name, empty where there is none. */
export type Lookup<Names extends string> = (name: Names) => string
