/** Whether a length of time is one that the scheduler takes: 0.1 to 86400 seconds, to the millisecond. */
export function isAiringSeconds(seconds: number): boolean {
  return seconds >= 0.1 && seconds <= 86_400 && Math.round(seconds * 1000) / 1000 === seconds
}
