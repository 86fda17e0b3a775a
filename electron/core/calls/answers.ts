import type { Api } from '../../contract/calls.ts'
import { answerBody, compareAnswers } from '../compare-answers/compare-answers.ts'
import type { CallContext, CoreContext } from '../core-context.ts'

type AnswerCalls = Pick<Api<CallContext>, 'listAnswers' | 'compareAnswers' | 'readAnswer' | 'findInAnswer'>

const mostPlaces = 1000

/** What was answered to an API call, now and earlier. */
export function answerCalls({ workspace, session }: CoreContext): AnswerCalls {
  const { exchanges } = workspace
  return {
    listAnswers: async ({ callId, limit }) => exchanges.listOfCall(callId, limit),

    compareAnswers: async (ids) => {
      const [left, right] = [exchanges.get(ids.left), exchanges.get(ids.right)]
      if (left === null || right === null) return null
      return compareAnswers(left, right, await session.answers.compare(answerBody(left), answerBody(right)))
    },

    readAnswer: ({ id, from, length }) => session.answers.read(id, from, length),

    findInAnswer: ({ id, text }) => session.answers.find(id, text, mostPlaces),
  }
}
