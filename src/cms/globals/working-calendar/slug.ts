/** Names the global, and its changes. */
export const workingCalendarSlug = 'working-calendar'
