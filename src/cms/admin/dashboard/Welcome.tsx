import type { AdminViewServerProps } from 'payload'
import { roleOf } from '../../access/roleOf'
import { languageOf, type Text } from '../../i18n/text'
import { StorageNote } from '../media/usage/StorageNote'
import { figuresOf } from './figures'
import { stepsFor } from './steps'
import { tilesFor } from './tiles'

type Props = Pick<AdminViewServerProps, 'i18n' | 'payload'> & {
  user?: { name?: string | null; email?: string } | null
}

/** The first page: how things stand, and the way from a file to a screen. */
export async function Welcome({ i18n, payload, user }: Props) {
  const language = languageOf(i18n)
  const say = (text: Text) => text[language]
  const admin = payload.config.routes.admin
  const figures = await figuresOf(payload, Date.now())
  const steps = stepsFor(roleOf({ user: user as never }), figures)
  const name = user?.name || user?.email || ''
  return (
    <div className="xb-welcome">
      <h1>{say({ zh: `${name}，您好`, en: `Hello, ${name}` })}</h1>
      <div className="xb-figures">
        {tilesFor(figures).map(({ path, label, value, alarm }) => (
          <a
            key={path}
            href={`${admin}/collections/${path}`}
            className={alarm ? 'xb-figure xb-figure--alarm' : 'xb-figure'}
          >
            <strong>{value}</strong>
            <span>{say(label)}</span>
          </a>
        ))}
      </div>
      <StorageNote onlyWarning />
      {steps.length > 0 && (
        <>
          <h2>{say({ zh: '从素材到屏幕', en: 'From a file to the screen' })}</h2>
          <ol className="xb-steps">
            {steps.map(({ path, title, text, done }, index) => (
              <li key={path} className={done ? 'xb-step xb-step--done' : 'xb-step'}>
                <a href={`${admin}/collections/${path}`}>
                  <span className="xb-step__number" aria-hidden="true">
                    {done ? '✓' : index + 1}
                  </span>
                  <strong>{say(title)}</strong>
                  <span>{say(text)}</span>
                </a>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
