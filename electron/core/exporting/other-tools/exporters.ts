import type { OtherTool } from '../../../vocabulary/export-formats.ts'
import { brunoExporter } from './bruno/bruno-exporter.ts'
import type { Exporter } from './exporter.ts'
import { httpFileExporter } from './http-file/http-file-exporter.ts'
import { postmanExporter } from './postman/postman-exporter.ts'

/** Each with the ending of a folder that its files go into. */
export const exporters: Readonly<Record<OtherTool, Exporter & { folderEnding: string }>> = {
  postman: { ...postmanExporter, folderEnding: 'postman' },
  bruno: { ...brunoExporter, folderEnding: 'bruno' },
  http_file: { ...httpFileExporter, folderEnding: 'http' },
}
