import type { CopyTarget } from '../../vocabulary/copy-targets.ts'
import { cmdProgram } from './languages/cmd.ts'
import { csharpProgram } from './languages/csharp.ts'
import { goProgram } from './languages/go.ts'
import { httpieProgram } from './languages/httpie.ts'
import { javaProgram } from './languages/java.ts'
import { javascriptProgram } from './languages/javascript.ts'
import { curlProgram } from './languages/posix.ts'
import { powershellProgram } from './languages/powershell.ts'
import { pythonProgram } from './languages/python.ts'
import type { Program } from './pieces.ts'

const writers: Readonly<Record<CopyTarget, (program: Program) => string>> = {
  curl_bash: curlProgram,
  curl_powershell: powershellProgram,
  curl_cmd: cmdProgram,
  httpie: httpieProgram,
  javascript: javascriptProgram,
  python: pythonProgram,
  go: goProgram,
  java: javaProgram,
  csharp: csharpProgram,
}

/** A program in the language of a target. */
export const writeProgram = (target: CopyTarget, program: Program): string => writers[target](program)
