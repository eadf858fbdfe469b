import type { EmailAdapter } from 'payload'

/** Nothing is sent by mail: an administrator sets forgotten passwords anew. */
export const noEmail: EmailAdapter<void> = ({ payload }) => ({
  name: 'no-email',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'Xuanbo',
  sendEmail: async ({ subject }) =>
    payload.logger.warn({ msg: 'mail is not set up, nothing was sent', subject }),
})
