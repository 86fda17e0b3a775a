import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFirstLook } from '../../electron/shell/window-state.ts'

const folder = mkdtempSync(join(tmpdir(), 'ccx-look-'))
afterAll(() => rmSync(folder, { recursive: true }))

function lookOf(text: string): ReturnType<typeof readFirstLook> {
  const file = join(folder, 'preferences.json')
  writeFileSync(file, text)
  return readFirstLook(file)
}

test('a missing, broken or strange file is a first start', () => {
  const first = { theme: 'system', window: null }
  expect(readFirstLook(join(folder, 'missing.json'))).toEqual(first)
  for (const text of ['', '{', 'null', '[]', '"x"', '{"window":{"bounds":{"x":"1"}},"preferences":7}']) {
    expect(lookOf(text)).toEqual(first)
  }
  expect(lookOf('{"window":{"bounds":{"x":0.5,"y":0,"width":900,"height":1e9}}}')).toEqual(first)
})

test('theme, bounds and maximised state come back', () => {
  const bounds = { x: -5, y: 7, width: 900, height: 700 }
  const text = JSON.stringify({ preferences: { theme: 'dark' }, window: { bounds, maximized: true } })
  expect(lookOf(text)).toEqual({ theme: 'dark', window: { bounds, maximized: true, zoom: 0 } })
})

test('a zoom that is none is forgotten, and any other comes back', () => {
  const bounds = { x: 0, y: 0, width: 900, height: 700 }
  const zoomOf = (zoom: unknown) => lookOf(JSON.stringify({ window: { bounds, zoom } })).window?.zoom
  expect(['1', null, 10, -9.5].map(zoomOf)).toEqual([0, 0, 0, 0])
  expect([0, 2, -1.5].map(zoomOf)).toEqual([0, 2, -1.5])
})
