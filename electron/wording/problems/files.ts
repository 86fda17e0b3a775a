import type { Writers } from '../../catalogue/evidence.ts'
import type { fileProblems } from '../../catalogue/problems/files.ts'

export const fileProblemWriters: Writers<typeof fileProblems, string> = {
  file_path_not_absolute: () => 'The path is not absolute. Enter an absolute path, or one in your home folder: ~/…',
  file_on_network_share: ({ path }) =>
    `The file ${path} is on a network share, which is not opened. Copy it to this computer, or map the share to a drive.`,
  file_missing: ({ path }) => `The file ${path} does not exist.`,
  file_is_folder: ({ path }) => `The path ${path} is a folder. Enter the path of the file inside it.`,
  file_not_regular: ({ path }) => `The path ${path} is a pipe, socket or device, not an ordinary file.`,
  file_too_large: ({ path, most }) =>
    `The file ${path} is larger than ${Number(most) / (1 << 20)} MiB. Choose the file that holds the credential alone.`,
  file_not_permitted: ({ path }) =>
    `You have no permission to read the file ${path}. Change its permissions, or choose another file.`,
  file_not_readable: ({ path, error }) => `The file ${path} cannot be opened (${error}).`,
}
