import type { Exchange } from '../../contract/exchange.ts'
import { sentOf } from '../../wording/sent.ts'
import type { Finding } from '../../contract/finding.ts'
import { findingSentence } from '../../wording/findings.ts'
import { style } from '../style.ts'
import type { Report, Row, Step } from './tour.ts'

const indent = '     '

/** One step as a person reads it: what is done, the exchange on the wire, what was seen, what it means. */
export function stepText(number: number, step: Step, report: Report, exchange: Exchange | null): string {
  const mark = report.asExpected ? style('green', '✓') : style('red', '✗ not as expected:')
  return [
    '',
    `${mark} ${style('bold', `${number}. ${step.title}`)}`,
    style('dim', indent + step.purpose),
    ...(exchange === null ? [] : [indent + exchangeText(exchange)]),
    ...report.rows.map(rowText),
    indent + style(report.asExpected ? 'green' : 'red', visible(report.meaning)),
    ...report.findings.map(findingText),
    '',
  ].join('\n')
}

function findingText(finding: Finding): string {
  const marks = { error: style('red', '✗ '), warning: style('yellow', '! '), info: style('dim', '· ') }
  return `${indent}${marks[finding.severity]}${visible(findingSentence(finding))}`
}

function exchangeText(exchange: Exchange): string {
  const { request, response, failure, timings } = exchange
  const unsent = sentOf(exchange) === 'no' ? ', not sent' : ''
  const answer =
    response === null ? `${failure?.code ?? 'no answer'}${unsent}` : `${response.status} ${response.statusText}`
  const ms = style('dim', `${timings.total.toFixed(1)} ms`)
  return `${style('cyan', `${request.method} ${request.url}`)}  ${answer}  ${ms}`
}

function rowText({ name, value, mark }: Row): string {
  const marks = { passed: style('green', '✓ '), failed: style('red', '✗ '), noted: style('yellow', '! ') }
  return `${indent}${mark === undefined ? '' : marks[mark]}${style('dim', name.padEnd(mark === undefined ? 16 : 14))}${visible(value)}`
}

/** A server's text cannot move the cursor, change colours or reorder what is read. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
