import type { FlowExchange, FlowRun } from '../../contract/flow.ts'
import { overPanel } from '../../picture/panel/over.ts'
import { pictureOf } from '../../picture/picture-of.ts'
import type { Lane, Row, RowState } from '../../picture/picture.ts'
import { spokenRow } from '../../picture/said/spoken.ts'
import { failureTitle } from '../../wording/failures.ts'
import { style, type Style } from '../style.ts'
import type { Detail } from './details.ts'

const indent = '     '

/** A run as a person reads it: each arrow of its picture with the exchange behind it, then the verdict. */
export function runText(run: FlowRun): string {
  const { lanes, rows } = pictureOf(run.plan, run, null)
  const all = rows.flatMap((row) => [row].concat(row.folded))
  const exchanges = run.acts.flatMap((act) => act.exchanges)
  const { title, reason } = overPanel(run)
  return [
    ...all.flatMap((row, index) => {
      const isLast = !all.slice(index + 1).some((later) => isArrowOf(later, row.exchangeId))
      const exchange = isLast && isArrow(row) ? exchanges.find(({ id }) => id === row.exchangeId) : undefined
      return rowLines(row, lanes, exchange)
    }),
    '',
    `${indent}${style('bold', visible(title))}`,
    ...(reason === '' ? [] : [`${indent}${visible(reason)}`]),
    '',
  ].join('\n')
}

const isArrow = ({ from, to }: Row): boolean => from !== to

const isArrowOf = (row: Row, exchangeId: string | null): boolean => isArrow(row) && row.exchangeId === exchangeId

const marks: Readonly<Record<RowState, readonly [Style, string]>> = {
  done: ['green', '✓'],
  noted: ['yellow', '!'],
  failed: ['red', '✗'],
  cancelled: ['yellow', '✗'],
  interrupted: ['yellow', '✗'],
  running: ['dim', '…'],
  will: ['dim', '·'],
  left_out: ['dim', '·'],
  hidden: ['dim', '·'],
}

/** The words of the picture, which has neither control characters nor such as reorder text. */
function rowLines(row: Row, lanes: readonly Lane[], exchange: FlowExchange | undefined): string[] {
  const { number, label, facts, between, state } = spokenRow(row, lanes)
  return [
    `${style(...marks[row.state])} ${style('bold', `${number ?? ' '} ${label}`)}`,
    ...(facts === '' ? [] : [indent + facts]),
    indent + style('dim', `${between}: ${state}`),
    ...(exchange === undefined ? [] : [indent + exchangeText(exchange)]),
  ]
}

function exchangeText({ method, url, status, failure, timings }: FlowExchange): string {
  const answer = failure === null ? String(status ?? 'no answer') : failureTitle(failure)
  return `${style('cyan', `${method} ${visible(url)}`)}  ${answer}  ${style('dim', `${timings.total.toFixed(1)} ms`)}`
}

/** Names and what was seen of them, under a title. */
export const detailsText = (title: string, details: readonly Detail[]): string =>
  ['', indent + style('bold', title), ...details.map(detailText), ''].join('\n')

function detailText({ name, value, mark }: Detail): string {
  const checked = { passed: style('green', '✓ '), failed: style('red', '✗ '), noted: style('yellow', '! ') }
  return `${indent}${mark === undefined ? '' : checked[mark]}${style('dim', name.padEnd(mark === undefined ? 16 : 14))}${visible(value)}`
}

/** A server's text cannot move the cursor, change colours or reorder what is read. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
