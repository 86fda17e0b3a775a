import { createContext, use } from 'react'

/** Something that makes a request with what is saved. */
export interface ToSend {
  /** What doing it is called, such as "request". */
  verb: string
  act: () => void
}

/** Does it at once; or, where something is not saved, asks first which values are meant. */
export type BeforeSending = (toSend: ToSend) => void

export const BeforeSendingContext = createContext<BeforeSending>(({ act }) => act())

export const useBeforeSending = (): BeforeSending => use(BeforeSendingContext)
