import type { CollectionConfig } from 'payload'
import { administrators } from '../../access/administrators'
import { administratorsField } from '../../access/administratorsField'
import { selfOrAdministrators } from '../../access/selfOrAdministrators'
import { groups } from '../../i18n/groups'
import { roleOptions } from '../../i18n/options'
import { checkPassword } from './hooks/checkPassword'
import { firstIsAdministrator } from './hooks/firstIsAdministrator'
import { keepAdministratorRole, keepLastAdministrator } from './hooks/keepAnAdministrator'

const tenMinutes = 10 * 60 * 1000
const workingDaySeconds = 10 * 60 * 60

/** Members of staff. `secureCookies`: the site is reached by https, so the session cookie may say so. */
export function users({ secureCookies }: { secureCookies: boolean }): CollectionConfig {
  return {
    slug: 'users',
    labels: { singular: { zh: '用户', en: 'User' }, plural: { zh: '用户', en: 'Users' } },
    auth: {
      maxLoginAttempts: 10,
      lockTime: tenMinutes,
      tokenExpiration: workingDaySeconds,
      cookies: { sameSite: 'Lax', secure: secureCookies },
    },
    access: {
      admin: ({ req }) => Boolean(req.user),
      create: administrators,
      read: selfOrAdministrators,
      update: selfOrAdministrators,
      delete: administrators,
      unlock: administrators,
    },
    admin: {
      group: groups.system,
      useAsTitle: 'email',
      defaultColumns: ['name', 'email', 'role', 'updatedAt'],
      listSearchableFields: ['name', 'email'],
      description: { zh: '能登录本系统的工作人员。', en: 'Members of staff who can sign in.' },
    },
    hooks: {
      beforeOperation: [checkPassword],
      beforeChange: [firstIsAdministrator, keepAdministratorRole],
      beforeDelete: [keepLastAdministrator],
    },
    fields: [
      {
        name: 'name',
        type: 'text',
        label: { zh: '姓名', en: 'Name' },
        maxLength: 100,
        admin: { placeholder: { zh: '例如 李梅', en: 'For example Li Mei' } },
      },
      {
        name: 'role',
        type: 'select',
        required: true,
        defaultValue: 'viewer',
        saveToJWT: true,
        label: { zh: '角色', en: 'Role' },
        options: roleOptions,
        access: { create: administratorsField, update: administratorsField },
        admin: {
          isClearable: false,
          description: {
            zh: '采编制作与排播内容；运维管理终端；只读仅可查看；管理员可做一切并批准内容。',
            en: 'Editors make and schedule contents, operators run displays, viewers only look; administrators do all and approve contents.',
          },
        },
      },
    ],
  }
}
