import { useQuery } from '@tanstack/react-query'
import { useState, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExternalLink, ExternalLinkPlace } from '../../../shared/contract/app/routes.ts'
import type { AppError } from '../../../shared/contract/result.ts'
import type { Contact } from '../../../shared/contract/portal/meta.ts'
import { ErrorIcon } from '../../ui/icons.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { callPortal } from '../data/portal.ts'
import styles from './contact-details.module.css'
import { metaQuery } from '../data/queries.ts'
import { LoadFailure } from '../frames/load-failure.tsx'
import { Loading } from '../../ui/skeleton.tsx'

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
        <Outside link="phone" shownOn={shownOn} address={`tel:${phone.replace(/[^+\d]/gu, '')}`}>
          <Unbroken>{phone}</Unbroken>
        </Outside>
      </Detail>
      <Detail name={t('contact.email')}>
        <Outside link="email" shownOn={shownOn} address={`mailto:${email}`}>
          <Unbroken>{email}</Unbroken>
        </Outside>
      </Detail>
      <Detail name={t('contact.website')}>
        <Outside link="website" shownOn={shownOn} address={website}>
          <Unbroken>{new URL(website).hostname}</Unbroken>
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
  /** Where it leads, for whoever wants to copy it. Main opens by name, never by this. */
  readonly address?: string
  readonly children: ReactNode
}

/** Something outside the app: a link where its address is known here, else a button. */
export function Outside({ link, shownOn = 'help', address, children }: OutsideProps) {
  const { open, failure } = useOutside(link, shownOn)
  const openByName = (event: MouseEvent) => {
    event.preventDefault()
    void open()
  }
  return (
    <>
      {address === undefined ? (
        <button type="button" className={styles['outside']} onClick={openByName}>
          {children}
        </button>
      ) : (
        <a className={styles['outside']} href={address} onClick={openByName}>
          {children}
        </a>
      )}
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

/** Whom the portal says to turn to, as far as it or this computer's store can tell. */
export function PortalContact() {
  const { t } = useTranslation('common')
  const { data, error, refetch, isFetching } = useQuery(metaQuery)
  if (data !== undefined) return <ContactDetails contact={data.contact} />
  if (error === null) return <Loading text={t('loading')} />
  return (
    <LoadFailure
      means="nothingKept"
      error={error.error}
      busy={isFetching}
      onRetry={() => void refetch()}
    />
  )
}
