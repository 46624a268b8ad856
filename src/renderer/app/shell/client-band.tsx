import { useQuery } from '@tanstack/react-query'
import { Suspense, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useHasService } from '../../common/credit/links.ts'
import { clientQuery } from '../../common/credit/queries.ts'
import { useAppPart } from '../../common/data/app-store.ts'
import { Content } from '../../common/frames/content.tsx'
import { clientPages, useClientInView } from '../../common/navigation/client-view.tsx'
import { isWithin, paths } from '../../common/navigation/navigation.ts'
import { buttonClass } from '../../ui/button.tsx'
import { PartnersIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import styles from './client-band.module.css'

/**
 * Under the top bar, where a broker looks at one client alone: whose view it is, what else there is to see
 * of that client, and the way out of it.
 */
export function ClientBand() {
  const id = useClientInView()
  const mayLook = useHasService('partners')
  return <Suspense>{id !== null && mayLook && <Band key={id} id={id} />}</Suspense>
}

function Band({ id }: { readonly id: string }) {
  const { t } = useTranslation('partners')
  const { data, error } = useQuery(clientQuery(id))
  // Nothing is of it any more, and the page says so.
  if (error?.error.code === 'not_found') return null
  const name = data?.client.name
  return (
    <section className={styles['band']} aria-label={t('view.label')}>
      <PartnersIcon />
      <p>
        {t('view.label')} <strong>{name === undefined ? '…' : <bdi>{name}</bdi>}</strong>
      </p>
      <Link href={paths.partners}>{t('view.back')}</Link>
      <ClientNav />
    </section>
  )
}

/** What there is to see of this client, as far as its services are granted. */
function ClientNav() {
  const { t } = useTranslation('partners')
  const [path] = useLocation()
  const granted = useAppPart((state) =>
    state?.session.kind === 'ready' ? state.session.user.services : null,
  )
  const shown = clientPages.filter(({ service }) => granted?.includes(service))
  return (
    <nav className={styles['pages']} aria-label={t('view.nav')}>
      {shown.map((page) => (
        <Link key={page.id} href={page.path} aria-current={isAt(page, path) ? 'page' : undefined}>
          {t(`view.pages.${page.id}`)}
        </Link>
      ))}
    </nav>
  )
}

type ClientPageEntry = (typeof clientPages)[number]

/** The dashboard's address is the beginning of others' that are no part of it. */
function isAt(page: ClientPageEntry, path: string): boolean {
  if (page.path === paths.insights) return path === page.path || isWithin(paths.figures, path)
  if (page.path === paths.cases) return path === paths.collectnet || isWithin(page.path, path)
  return isWithin(page.path, path)
}

/**
 * The page, or in its place why there is nothing of this client to show: its grant ended while one looked,
 * or the address was made for a broker. Nothing of it stays on the screen.
 */
export function OfClient({ children }: { readonly children: ReactNode }) {
  const id = useClientInView()
  const mayLook = useHasService('partners')
  const { error } = useQuery({ ...clientQuery(id ?? ''), enabled: id !== null && mayLook })
  if (id === null) return children
  if (!mayLook || error?.error.code === 'forbidden') return <NoBroker />
  return error?.error.code === 'not_found' ? <Gone /> : children
}

function Gone() {
  const { t } = useTranslation('partners')
  return (
    <Content>
      <div className={styles['instead']}>
        <PageHeading title={t('view.gone')}>{t('view.gone')}</PageHeading>
        <Notice
          title={t('client.missing')}
          action={
            <Link className={buttonClass()} href={paths.partners}>
              {t('view.back')}
            </Link>
          }
        >
          {t('view.goneNext')}
        </Notice>
      </div>
    </Content>
  )
}

function NoBroker() {
  const { t } = useTranslation(['services', 'partners'])
  const [path, navigate] = useLocation()
  const title = t('partners:view.notYours')
  return (
    <Content>
      <div className={styles['instead']}>
        <PageHeading title={title}>{title}</PageHeading>
        <Notice
          title={t('partners.notGranted')}
          action={
            // Its address names nobody: it leads out of the view, to the same page of one's own.
            <button
              type="button"
              className={buttonClass()}
              onClick={() => navigate(`${path}?client=`)}
            >
              {t('partners:view.own')}
            </button>
          }
        >
          {t('yours.ask')}
        </Notice>
      </div>
    </Content>
  )
}
