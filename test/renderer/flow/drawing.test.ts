import { expect, test } from 'vitest'
import type { Lane } from '../../../electron/picture/picture.ts'
import { grown } from '../../../renderer/features/flow/grown.ts'
import { lanePlaces } from '../../../renderer/features/flow/lane-places.ts'
import { marked } from '../../../renderer/features/flow/marked.ts'
import { textPlace } from '../../../renderer/features/flow/text-place.ts'

const lane = (id: Lane['id']): Lane => ({ id, title: id, subtitle: '' })
const three = [lane('app'), lane('server'), lane('api')]

test('an arrow begins its phase where the last one ended, and comes nearer to its limit without reaching it', () => {
  const waiting = { share: 0.34, limit: 0.84 }
  expect(grown(waiting, 0.2, 0)).toBe(0.2)
  const drawn = [50, 120, 500, 5000, 600_000].map((elapsed) => grown(waiting, 0.2, elapsed))
  expect(drawn).toEqual(drawn.toSorted((one, other) => one - other))
  expect(drawn.every((share) => share < waiting.limit)).toBe(true)
  expect(drawn[1]).toBeGreaterThan(waiting.share)
})

test('an arrow never shrinks', () => expect(grown({ share: 0.1, limit: 0.2 }, 0.5, 40)).toBe(0.5))

test('three lanes are where the picture has them, and lanes without room are not drawn', () => {
  const places = lanePlaces(three, 760)
  expect(three.map(({ id }) => places?.x(id))).toEqual([112, 364, 616])
  expect(lanePlaces(three, 500)).toBeNull()
  expect(lanePlaces([...three, lane('vault'), lane('proxy')], 760)).not.toBeNull()
})

test('the text of an arrow is centred on it, and keeps off the number and the result', () => {
  const places = lanePlaces(three, 760)
  if (places === null) throw new Error('There is room.')
  expect(textPlace({ from: 'app', to: 'server' }, places)).toEqual({ left: 44, width: 388 })
  expect(textPlace({ from: 'server', to: 'api' }, places)).toEqual({ left: 332, width: 316 })
  expect(textPlace({ from: 'app', to: 'app' }, places)).toEqual({ left: 162, width: 486 })
})

test('the decisive part of a line of evidence is marked', () => {
  expect(marked('"aud": "orders"', [8, 6])).toEqual(['"aud": "', 'orders', '"'])
  expect(marked('audience not sent', null)).toEqual(['audience not sent', '', ''])
})
