import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExternalLink, ExternalLinkPlace } from '../../../shared/contract/app/routes.ts'
import type { AppError } from '../../../shared/contract/result.ts'
import type { Contact } from '../../../shared/contract/portal/meta.ts'
import { ErrorIcon } from '../../ui/icons.tsx'
import { callPortal } from '../data/portal.ts'
import styles from './contact-details.module.css'

type ContactDetailsProps = {
  readonly contact: Contact
  /** Whose contact it is: main opens what was shown. */
  readonly shownOn?: ExternalLinkPlace
}

/** Whom to turn to. The system's own mail, telephone and browser open, by name and never by URL. */
export function ContactDetails({ contact, shownOn = 'help' }: ContactDetailsProps) {
  const { t } = useTranslation('help')
  const { company, addressLines, phone, email, website } = contact
  return (
    <dl className={styles['details']}>
      <Detail name={t('contact.phone')}>
        <Outside link="phone" shownOn={shownOn}>
          {phone}
        </Outside>
      </Detail>
      <Detail name={t('contact.email')}>
        <Outside link="email" shownOn={shownOn}>
          {email}
        </Outside>
      </Detail>
      <Detail name={t('contact.website')}>
        <Outside link="website" shownOn={shownOn}>
          {new URL(website).hostname}
        </Outside>
      </Detail>
      <Detail name={t('contact.address')}>
        {[company, ...addressLines].map((line) => (
          <bdi key={line} className={styles['line']}>
            {line}
          </bdi>
        ))}
      </Detail>
    </dl>
  )
}

function Detail({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['detail']}>
      <dt className={styles['name']}>{name}</dt>
      <dd className={styles['value']}>{children}</dd>
    </div>
  )
}

type OutsideProps = {
  readonly link: ExternalLink
  readonly shownOn?: ExternalLinkPlace
  readonly children: ReactNode
}

/** Something outside the app: a button, as it leads to no page here. */
export function Outside({ link, shownOn = 'help', children }: OutsideProps) {
  const { open, failure } = useOutside(link, shownOn)
  return (
    <>
      <button type="button" className={styles['outside']} onClick={() => void open()}>
        {children}
      </button>
      {failure !== null && <NotOpened error={failure} />}
    </>
  )
}

/** Opens it; where that fails, why. */
export function useOutside(link: ExternalLink, shownOn: ExternalLinkPlace = 'help') {
  const [failure, setFailure] = useState<AppError | null>(null)
  const open = async () => {
    setFailure(null)
    const result = await callPortal('app.openExternal', { link, shownOn })
    if (!result.ok) setFailure(result.error)
  }
  return { open, failure }
}

/** What keeps something outside the app from being opened, and what to do. */
export function NotOpened({ error: { code, params } }: { readonly error: AppError }) {
  const { t } = useTranslation('errors')
  return (
    <span role="alert" className={styles['failure']}>
      <ErrorIcon size={18} />
      <span>
        {t(`${code}.message`, { ...params })} {t(`${code}.next`, { ...params })}
      </span>
    </span>
  )
}
