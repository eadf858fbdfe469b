import type { Config } from 'payload'
import { type RenderMediaOptions, renderMedia } from './renderMedia'
import { renderRendition } from './renderRendition'

/** Payload's `jobs` configuration. Jobs are queued by hooks and run by the timetable: nobody runs them over HTTP. */
export function jobsConfig(options: RenderMediaOptions): NonNullable<Config['jobs']> {
  const nobody = () => false
  return {
    tasks: [renderMedia(options), renderRendition(options)],
    access: { run: nobody, queue: nobody, cancel: nobody },
    deleteJobOnComplete: true,
  }
}
