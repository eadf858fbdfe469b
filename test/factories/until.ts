/**
 * Asks again and again until the answer is one to go on with, and gives it back. For what happens in another process and tells nobody.
 * @throws after `seconds`, with the last answer
 */
export async function until<T>(
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  { seconds = 30, everyMs = 50 } = {},
): Promise<T> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    if (performance.now() > end)
      throw new Error(`not within ${seconds} s; last: ${JSON.stringify(answer)?.slice(0, 2000)}`)
    await new Promise((again) => setTimeout(again, everyMs))
  }
}
