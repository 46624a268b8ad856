import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearch } from 'wouter'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import type { Language } from '../../../../shared/languages.ts'
import { nobody, whoOf, type WhoValues } from '../../../common/credit/buyer/who-values.ts'
import { buyerQuery, usePolicies } from '../../../common/credit/queries.ts'
import { fetchFromPortal } from '../../../common/data/portal.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { BackLink, Content } from '../../../common/frames/content.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { useClientInView } from '../../../common/navigation/client-view.tsx'
import { casePath, paths } from '../../../common/navigation/navigation.ts'
import {
  openedCaseSchema,
  useOpenedWith,
  type OpenedCase,
} from '../../../common/navigation/opened-with.ts'
import { showStatusSheet } from '../../../common/navigation/overlays.ts'
import { useWaiting, type ItemOf } from '../../../common/offline/pending.tsx'
import { Button, ButtonRow, buttonClass } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { CaseForm, type SentCase } from './case-form.tsx'
import { noInvoice, typedOf, typedOfEdit, typedOfOpened } from './case-values.ts'
import styles from './enter.module.css'
import type { CaseStart } from './use-entering.ts'

/** What was typed of a case and not sent; read once, when the form is opened. */
const caseDraftQuery = (id: string, isWaiting: boolean) =>
  queryOptions({
    queryKey: ['collectnet', 'case-draft', id, isWaiting],
    queryFn: () => fetchFromPortal('collectnet.caseDraft', { id, isWaiting }),
    staleTime: Infinity,
    gcTime: 0,
  })

/** A new case, or one that waits to be sent and is edited. */
export function EnterPage() {
  const { t } = useTranslation('cases')
  const [round, setRound] = useState(0)
  const [sent, setSent] = useState<SentCase | null>(null)
  const [, navigate] = useLocation()
  const search = useSearch()
  const isOpened = useOpenedWith(openedCaseSchema) !== null
  const title = t('enter.title')
  return (
    <Content>
      <div className={styles['page']}>
        <BackLink href={paths.collectnet}>{t('title')}</BackLink>
        <PageHeading title={title}>{title}</PageHeading>
        {sent === null ? (
          <Entering key={`${search} ${round}`} isFirst={round === 0} onSent={setSent} />
        ) : (
          <CaseSent
            sent={sent}
            onAgain={() => {
              setSent(null)
              setRound(round + 1)
              if (search !== '' || isOpened) navigate(paths.newCase, { replace: true })
            }}
          />
        )}
      </div>
    </Content>
  )
}

type EnteringProps = {
  /** Whether what was kept before is taken up. */
  readonly isFirst: boolean
  readonly onSent: (sent: SentCase) => void
}

/** All that the form begins with has to be here first; what fails of it is no obstacle. */
function Entering({ isFirst, onSent }: EnteringProps) {
  const { t } = useTranslation(['cases', 'apply'])
  const query = new URLSearchParams(useSearch())
  const [buyerId, editId] = [query.get('buyer'), query.get('edit')]
  const policies = usePolicies()
  const isOfClient = useClientInView() !== null
  const profile = useQuery(profileQuery)
  const buyer = useQuery({ ...buyerQuery(buyerId ?? '', null), enabled: buyerId !== null })
  const waiting = useWaiting('enterCase').find(({ edit }) => edit.id === editId)
  const opened = useOpenedWith(openedCaseSchema)
  const language = useLanguage()
  const [own] = useState(() => crypto.randomUUID())
  const draft = useQuery(caseDraftQuery(editId ?? own, editId !== null))
  const [begun, setBegun] = useState<Beginning | null>(null)
  const isReady = [policies, profile, draft, ...(buyerId === null ? [] : [buyer])].every(
    ({ isPending }) => !isPending,
  )
  if (!isReady) return <Loading text={t('enter.loading')} />
  const all = policies.data?.policies ?? []
  if (begun === null) {
    const kept = isFirst ? (draft.data ?? null) : null
    const country = profile.data?.preferences.current.defaultSearchCountry ?? ''
    const who = buyer.data === undefined ? { ...nobody, country } : whoOf(buyer.data.buyer)
    const asked = buyerId !== null
    setBegun(
      waiting === undefined
        ? beginningOf({
            own,
            language,
            kept,
            who,
            asked,
            all,
            isOfClient,
            opened: isFirst ? opened : null,
          })
        : { start: waitingStart(language, waiting, draft.data), offered: null },
    )
    return null
  }
  const { start, offered } = begun
  return (
    <>
      {policies.data === undefined && policies.error !== null && (
        <LoadFailure
          means="nothingKept"
          error={policies.error.error}
          busy={policies.isFetching}
          onRetry={() => void policies.refetch()}
        />
      )}
      {policies.data?.policies.length === 0 && <Notice>{t('apply:noPolicies')}</Notice>}
      {offered !== null && (
        <Notice
          action={
            <Button variant="secondary" onClick={() => setBegun({ start: offered, offered: null })}>
              {t('enter.resume')}
            </Button>
          }
        >
          {t('enter.offered', { buyer: offered.who.buyerName })}
        </Notice>
      )}
      <CaseForm key={String(offered === null)} start={start} policies={all} onSent={onSent} />
    </>
  )
}

/** What the form begins with, and the draft that is offered beside it where it is about somebody else. */
type Beginning = { readonly start: CaseStart; readonly offered: CaseStart | null }

type BeginningOptions = {
  /** The name of a case that begins. */
  readonly own: string
  readonly language: Language
  /** Null where nothing that was kept is taken up. */
  readonly kept: RouteOutput<'collectnet.caseDraft'> | null
  readonly opened: ReturnType<typeof useOpenedWith<OpenedCase>>
  readonly who: WhoValues
  /** Whether the address says whom it is about. */
  readonly asked: boolean
  readonly all: readonly Policy[]
  /** Whether that is all of one client, in whose view the page is. */
  readonly isOfClient: boolean
}

function beginningOf(options: BeginningOptions): Beginning {
  const { own, language, kept, opened, who, asked, all, isOfClient } = options
  const { draft = null, savedAt = null } = kept ?? {}
  const resumed = draft === null ? null : { ...typedOf(draft), id: own, savedAt, isWaiting: false }
  // What was typed since it was opened is that same case.
  if (opened !== null && (savedAt === null || savedAt < opened.at)) {
    const typed = typedOfOpened(language, opened.content)
    return { start: { ...typed, id: own, savedAt: null, isWaiting: false }, offered: resumed }
  }
  // In a client's view, a draft for another one's policy: it is offered, and not gone on with by itself.
  const isOfAnother =
    isOfClient && resumed !== null && !all.some(({ id }) => id === resumed.values.policyId)
  const isAbout = !asked || resumed?.who.buyerId === who.buyerId
  if (resumed !== null && !isOfAnother && isAbout) return { start: resumed, offered: null }
  const start = {
    id: own,
    who,
    values: fresh(all),
    documents: [],
    savedAt: null,
    isWaiting: false,
  }
  return { start, offered: resumed }
}

/** As it was handed in, or as it was typed since. */
function waitingStart(
  language: Language,
  { edit, subject }: ItemOf<'enterCase'>,
  kept: RouteOutput<'collectnet.caseDraft'> | undefined,
): CaseStart {
  const { draft = null, savedAt = null } = kept ?? {}
  const typed = draft === null ? typedOfEdit(language, edit, subject ?? '') : typedOf(draft)
  return { ...typed, id: edit.id, savedAt, isWaiting: true }
}

/** Under the one policy that can be meant, if there is but one. */
function fresh(policies: readonly Policy[]): CaseStart['values'] {
  const [only, ...others] = policies
  const policy = others.length === 0 ? only : undefined
  return {
    policyId: policy?.id ?? '',
    currency: policy?.currency ?? 'EUR',
    invoices: [noInvoice],
    remarks: '',
  }
}

type CaseSentProps = { readonly sent: SentCase; readonly onAgain: () => void }

/** What became of it, and the way to it. */
function CaseSent({ sent, onAgain }: CaseSentProps) {
  const { t } = useTranslation('cases')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <section className={styles['part']} aria-labelledby="sent">
      <h2 ref={heading} tabIndex={-1} id="sent">
        {t(sent.kind === 'sent' ? 'enter.sent' : 'enter.waiting')}
      </h2>
      <p>{t(sent.kind === 'sent' ? 'enter.sentNext' : 'enter.waitingNext')}</p>
      <ButtonRow>
        {sent.kind === 'sent' ? (
          <Link className={buttonClass()} href={casePath(sent.answer.id)}>
            {t('enter.follow')}
          </Link>
        ) : (
          <Button onClick={() => showStatusSheet(true)}>{t('enter.showOutbox')}</Button>
        )}
        <Button variant="secondary" onClick={onAgain}>
          {t('enter.again')}
        </Button>
      </ButtonRow>
    </section>
  )
}
