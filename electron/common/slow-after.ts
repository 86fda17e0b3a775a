/** What takes less is over before anybody could read that it is under way, in milliseconds. */
export const slowAfter = 150
