import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { runCcx } from './run-ccx.ts'

test('an unknown command, and an unknown option, exit with 2 and help on stderr', async () => {
  const command = await runCcx(['frobnicate'])
  expect(command).toMatchObject({ code: 2, stdout: '' })
  expect(command.stderr).toMatch(/no command "frobnicate"[^]*ccx demo/)
  const option = await runCcx(['sandbox', '--frobnicate'])
  expect(option).toMatchObject({ code: 2, stdout: '' })
  expect(option.stderr).toMatch(/--frobnicate[^]*ccx sandbox/)
})

test.each([[['help']], [['--help']], [['-h']], [[]], [['sandbox', '--help']]])(
  '%j prints the commands',
  async (args) => {
    const { code, stdout, stderr } = await runCcx(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const command of ['ccx demo', 'ccx call', 'ccx sandbox', '--json', 'ccx help', 'ccx --version'])
      expect(stdout).toContain(command)
  },
)

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(await runCcx(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('--version loads no more than it needs: nothing of assertions, threads or requests', async () => {
  const hooks = `import { registerHooks } from 'node:module'
    registerHooks({ load: (url, context, next) => (process.stderr.write(url + '\\n'), next(url, context)) })`
  const option = `--import=data:text/javascript,${encodeURIComponent(hooks)}`
  const { stderr } = await runCcx(['--version'], { NODE_OPTIONS: option })
  const loaded = stderr.split('\n')
  const needless = /\/ajv|worker_threads|assertion|-thread|\/core\/(?:api|flow|http)|\/cli\/call\//
  expect(loaded.filter((url) => url.endsWith('/cli/ccx.ts'))).toHaveLength(1)
  expect(loaded.filter((url) => needless.test(url))).toEqual([])
})

test('colours appear only where they are wanted', async () => {
  const escape = '\u001B['
  expect((await runCcx(['help'])).stdout).not.toContain(escape)
  expect((await runCcx(['help'], { FORCE_COLOR: '1' })).stdout).toContain(escape)
  expect((await runCcx(['help'], { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).not.toContain(escape)
})
