import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExternalLink } from '../../shared/ipc/external-links.ts'
import type { Contact } from '../../shared/portal/meta.ts'
import { callPortal } from '../lib/portal.ts'
import styles from './contact-details.module.css'

/** Whom to turn to. The system's own mail, telephone and browser open, by name and never by URL. */
export function ContactDetails({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation('help')
  const { company, addressLines, phone, email, website } = contact
  return (
    <dl className={styles['details']}>
      <Detail name={t('contact.phone')}>
        <Outside link="phone">{phone}</Outside>
      </Detail>
      <Detail name={t('contact.email')}>
        <Outside link="email">{email}</Outside>
      </Detail>
      <Detail name={t('contact.website')}>
        <Outside link="website">{new URL(website).hostname}</Outside>
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
    <div>
      <dt className={styles['name']}>{name}</dt>
      <dd className={styles['value']}>{children}</dd>
    </div>
  )
}

type OutsideProps = { readonly link: ExternalLink; readonly children: ReactNode }

/** Something outside the app: a button, as it leads to no page here. */
export function Outside({ link, children }: OutsideProps) {
  return (
    <button
      type="button"
      className={styles['outside']}
      onClick={() => void callPortal('app.openExternal', { link })}
    >
      {children}
    </button>
  )
}
