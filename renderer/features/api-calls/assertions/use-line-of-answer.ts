import { useShownText } from '../../../json-view/use-shown-text.ts'
import { useExchange } from '../../../queries/exchanges.ts'
import { lineOfPlace } from './assertion-lines.ts'

/** The line of a place in the JSON of an answer, as it is shown; null where it is in none. */
export function useLineOfAnswer(exchangeId: string, pointer: string | null): number | null {
  const lineOf = useLinesOfAnswer(exchangeId)
  return lineOf(pointer)
}

export function useLinesOfAnswer(exchangeId: string): (pointer: string | null) => number | null {
  const body = useExchange(exchangeId).data?.response?.body
  const shown = useShownText(body?.encoding === 'utf-8' ? body.text : '', false)
  return (pointer) => (pointer === null || shown?.isJson !== true ? null : lineOfPlace(shown.text, pointer))
}
