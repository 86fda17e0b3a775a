/** How much harm a mistake does there; production looks different on screen. */
export const stages = ['development', 'staging', 'production', 'other'] as const
