import { expect, test } from 'vitest'
import { placeWindow } from '../../electron/shell/window-place.ts'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const second = { x: 1440, y: 0, width: 1920, height: 1080 }

test('a place on a screen that is gone becomes the middle of the first screen', () => {
  const wanted = { x: 2000, y: 100, width: 1000, height: 700 }
  expect(placeWindow(wanted, [laptop])).toEqual({ x: 220, y: 100, width: 1000, height: 700 })
  expect(placeWindow(wanted, [laptop, second])).toEqual(wanted)
})

test('a title bar above the screen cannot be grasped', () => {
  expect(placeWindow({ x: 0, y: -200, width: 1000, height: 700 }, [laptop]).y).toBe(100)
})

test('a window is never larger than its screen, nor smaller than the least', () => {
  expect(placeWindow({ x: 0, y: 0, width: 5000, height: 5000 }, [laptop])).toEqual(laptop)
  expect(placeWindow({ x: 0, y: 0, width: 100, height: 1 }, [laptop])).toEqual({ x: 0, y: 0, width: 860, height: 600 })
})

test('a first start is centred at the usual size', () => {
  expect(placeWindow(null, [laptop])).toEqual({ x: 40, y: 50, width: 1360, height: 800 })
  expect(placeWindow(null, [])).toEqual({ x: 0, y: 0, width: 1360, height: 800 })
})
