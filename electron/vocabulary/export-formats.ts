/** Tools that environments can be written for; `http_file` are many editors. */
export const otherTools = ['postman', 'bruno', 'http_file'] as const
export type OtherTool = (typeof otherTools)[number]

/** `explorer` is our own file. */
export const exportFormats = ['explorer', ...otherTools] as const
export type ExportFormat = (typeof exportFormats)[number]
