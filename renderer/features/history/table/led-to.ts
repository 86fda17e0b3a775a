/** The exchange that the table was led to, or that was opened in it: it is not led there again. */
export interface LedTo {
  is: (id: string | null) => boolean
  set: (id: string | null) => void
}

export function createLedTo(): LedTo {
  let ledTo: string | null = null
  return {
    is: (id) => ledTo === id,
    set: (id) => {
      ledTo = id
    },
  }
}
