import type { GlobalConfig } from 'payload'
import { withGlobalChangesAnnounced } from '../hooks/announceChanges'
import { workingCalendarGlobal } from './working-calendar'

/** All globals, in the order of the navigation. */
export const globals: GlobalConfig[] = [withGlobalChangesAnnounced(workingCalendarGlobal)]
