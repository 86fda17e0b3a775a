import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutOf } from '../../electron/picture/layout/layout-of.ts'
import { widthOf } from '../../electron/picture/layout/text-width.ts'
import { panelOf } from '../../electron/picture/panel/panel-of.ts'
import { pictureOf } from '../../electron/picture/picture-of.ts'
import type { Picture } from '../../electron/picture/picture.ts'
import { markdownOf } from '../../electron/picture/said/markdown.ts'
import { textOf } from '../../electron/picture/said/text.ts'
import { svgOf } from '../../electron/picture/svg/svg-of.ts'
import { unfolded } from '../../electron/picture/unfolded.ts'
import { faultOfXml } from '../support/well-formed.ts'
import { anyText, hostileTexts, withText } from './hostile.ts'
import { credential, passedActs, plan, runOf } from './samples.ts'

const hidden = /[\p{Cc}\p{Cf}]/u
const pictured = (text: string): Picture => {
  const { plan, run } = withText(text)
  return pictureOf(plan, run, null)
}
const drawn = (picture: Picture, theme: 'light' | 'dark' = 'light', title = 'Flow') =>
  svgOf(picture, layoutOf(picture, 760), theme, title)

describe('a picture of any text', () => {
  it('has rows of ids of their own, and no character that hides or moves text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { lanes, rows } = pictured(text)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        const texts = [
          ...lanes.flatMap(({ title, subtitle }) => [title, subtitle]),
          ...rows.flatMap(({ label, facts, result }) => [label, facts, result]),
        ]
        for (const one of texts) {
          expect(one).not.toMatch(hidden)
          expect(one.length).toBeLessThanOrEqual(400)
        }
      }),
    )
  })

  it('has a panel of such text too, whose marks are within their lines', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { plan, run } = withText(text)
        const panel = panelOf(plan, run, null, credential)
        if (panel.kind !== 'over') throw new Error(panel.kind)
        expect(`${panel.title}${panel.reason}`).not.toMatch(hidden)
        expect(panel.evidence.length).toBeLessThanOrEqual(3)
        for (const { text: line, mark } of panel.evidence) {
          expect(line).not.toMatch(hidden)
          const [start, length] = mark ?? [0, 0]
          expect(start + length).toBeLessThanOrEqual(line.length)
        }
      }),
    )
  })

  it('is laid out so that every text fits its place', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 560, max: 1600 }), (text, width) => {
        const layout = layoutOf(pictured(text), width)
        for (const { label, facts, row } of layout.rows) {
          for (const [one, isBytes] of [
            [label, row.isBytes],
            [facts, false],
          ] as const) {
            const wide = widthOf(one.text, isBytes)
            const left = one.anchor === 'middle' ? one.x - wide / 2 : one.x
            expect(left).toBeGreaterThanOrEqual(48)
            expect(left + wide).toBeLessThanOrEqual(width - 90)
          }
        }
      }),
    )
  })
})

describe('the drawing as SVG', () => {
  it('is well-formed and holds no script, no handler and nothing that is loaded, with any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, title) => {
        const svg = drawn(pictured(text), 'dark', title)
        expect(faultOfXml(svg)).toBeNull()
        const tags = svg
          .split('<')
          .map((part) => `<${part.split('>', 1).join('')}>`)
          .join('')
        expect(tags).not.toMatch(/<(?:script|foreignObject|style|image|use|a)\b| on[a-z]+=|href|url\(/i)
        expect(tags.replace('http://www.w3.org/2000/svg', '')).not.toContain('://')
      }),
    )
  })

  it('has a title, and a description that says the same as the picture', () => {
    const svg = drawn(pictureOf(plan, runOf(passedActs), null), 'light', 'Flow of Orders dev')
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /)
    expect(svg).toContain('<title id="title">Flow of Orders dev</title>')
    expect(svg).toContain('RS256 · 3600 s · 2 of 2 scopes')
    expect(svg.slice(svg.indexOf('<desc'), svg.indexOf('</desc>'))).toContain(
      'Authorization server to This app: done, 86 ms',
    )
  })

  it('describes every lane, however long their names are', () => {
    const long = { ...plan, client_id: 'c'.repeat(300), token_endpoint: `https://${'h'.repeat(300)}/token` }
    const svg = drawn(pictureOf(long, null, null))
    expect(svg.slice(svg.indexOf('<desc'), svg.indexOf('</desc>'))).toContain('h · Protected API: api.orders.example\n')
  })

  it('has other colours in the dark', () => {
    const picture = pictureOf(plan, null, null)
    expect(drawn(picture, 'dark')).toContain('#1b1e1d')
    expect(drawn(picture, 'light')).not.toContain('#1b1e1d')
  })

  it('spreads three lanes as the window does, and more of them evenly', () => {
    expect(layoutOf(pictureOf(plan, null, null), 760).lanes.map(({ x }) => x)).toEqual([112, 364, 616])
    const more = layoutOf(pictureOf({ ...plan, proxy: 'proxy:8080' }, null, null), 760)
    expect(more.lanes.map(({ x }) => x)).toEqual([112, 280, 448, 616])
    expect(more.rows[0]?.proxyX).toBe(280)
    expect(more.height).toBeGreaterThan(52 + 7 * 56)
  })
})

describe('the picture in words', () => {
  it('is a numbered list with states and times', () => {
    const lines = textOf(pictureOf(plan, runOf(passedActs), null)).split('\n')
    expect(lines[0]).toBe(
      'This app: ord-svc · Authorization server: id.orders.example · Protected API: api.orders.example',
    )
    expect(lines.slice(2, 8)).toEqual([
      '1  POST /token-srv/token',
      '   client_secret_post · requests 2 scopes',
      '   This app to Authorization server: done, sent',
      '2  200 access_token',
      '   RS256 · 3600 s · 2 of 2 scopes',
      '   Authorization server to This app: done, 86 ms',
    ])
  })

  it.each(hostileTexts)('holds no markup of others as Markdown: %j', (text) => {
    const markdown = markdownOf(pictured(text))
    expect(markdown).not.toMatch(/(?<!\\)[<`[\]|]/)
    for (const line of markdown.split('\n')) expect(line).toMatch(/^(?:$|- \*\*|\d+\. | {4}- )/)
  })

  it('shows what is folded once it is unfolded', () => {
    const picture = pictureOf(plan, runOf(passedActs), null)
    const [first] = picture.rows
    if (first === undefined) throw new Error('There are no rows.')
    const withFold = { ...picture, rows: [{ ...first, folded: [{ ...first, id: 'hop' }] }] }
    expect(unfolded(withFold, new Set()).rows).toHaveLength(1)
    expect(unfolded(withFold, new Set([first.id])).rows.map(({ id }) => id)).toEqual([first.id, 'hop'])
  })
})
