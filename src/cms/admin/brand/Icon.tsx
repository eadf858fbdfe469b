import { Mark } from './Mark'

/** The mark in the navigation. */
export function Icon() {
  return <Mark size={18} />
}
