export const eventCount = (events: number): string =>
  events === 1 ? '1 event' : `${events.toLocaleString('en')} events`
