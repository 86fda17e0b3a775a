import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openOwnFlow } from '../support/flow-places.ts'
import { expect, test } from '../support/shared-app.ts'
import { chooseInDialogs } from '../support/shared-file.ts'
import { removeFolder, unprivilegedFolder } from '../support/unprivileged.ts'

test('the picture and its evidence are taken along before and after a run, without script or secret', async ({
  app,
  window,
}) => {
  const { button, region } = await openOwnFlow(window)
  const folder = unprivilegedFolder('flow-exports')
  const readClipboard = () => app.evaluate(({ clipboard }) => clipboard.readText())
  const choose = async (item: string) => {
    await button('Export the flow').click()
    await window.getByRole('menuitem', { name: item, exact: true }).click()
  }
  const save = async (item: string, name: string): Promise<Buffer> => {
    const file = path.join(folder, name)
    await chooseInDialogs(app, file)
    await choose(item)
    await expect(window.getByText(`Saved ${file}`)).toBeVisible()
    return readFileSync(file)
  }

  await expect(region('Flow')).toContainText('POST /token')
  await test.step('before anything ran', async () => {
    expect((await save('Save as SVG…', 'plan.svg')).toString()).toContain('POST /token')
    await choose('Copy evidence')
    await expect.poll(readClipboard).toContain('Not run.')
  })

  await button('Run flow').click()
  await expect(button('Run again')).toBeVisible()

  await test.step('SVG opens in the browser, and nothing in it runs', async () => {
    const svg = (await save('Save as SVG…', 'flow.svg')).toString()
    expect(svg).not.toMatch(/<script|<foreignObject|\son\w+=|href=/i)
    expect(svg).not.toMatch(/eyJ[\w-]{10}/)
    const drawn = await window.evaluate(async (text) => {
      const image = new Image()
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
      await image.decode()
      return { width: image.naturalWidth, height: image.naturalHeight }
    }, svg)
    expect(drawn.width).toBe(760)

    await test.step('PNG has twice its size', async () => {
      const png = await save('Save as PNG…', 'flow.png')
      expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual({
        width: drawn.width * 2,
        height: drawn.height * 2,
      })
    })
  })

  await choose('Copy as Mermaid')
  await expect.poll(readClipboard).toMatch(/^sequenceDiagram/)

  const evidence = (await save('Save evidence…', 'flow.md')).toString()
  expect(evidence).toContain('## Steps')
  expect(evidence).toContain('## Exchanges')
  expect(evidence).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/)
  await expect(region('Flow')).toBeVisible()
  removeFolder(folder)
})
