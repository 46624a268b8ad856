import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearch } from 'wouter'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import type { Policy } from '../../../../shared/contract/credit/policies.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { amountText } from '../../../../shared/credit/group-amount.ts'
import type { Language } from '../../../../shared/languages.ts'
import { nobody, whoOf } from '../../../common/credit/buyer/who-values.ts'
import { buyerQuery, usePolicies } from '../../../common/credit/queries.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { Content } from '../../../common/frames/content.tsx'
import { LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { useClientInView } from '../../../common/navigation/client-view.tsx'
import { paths } from '../../../common/navigation/navigation.ts'
import {
  openedApplicationSchema,
  useOpenedWith,
  type OpenedApplication,
} from '../../../common/navigation/opened-with.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { applicationDraftQuery } from '../api.ts'
import { nothingAsked, valuesOf } from './application-values.ts'
import styles from './apply.module.css'
import { ApplyFlow } from './apply-flow.tsx'
import type { ApplicationStart } from './use-application.ts'

/** "Enregistrer une limite de crédit": an application, in three moves on one page. */
export function ApplyPage() {
  const { t } = useTranslation('apply')
  const title = t('title')
  return (
    <Content>
      <div className={styles['page']}>
        <PageHeading title={title}>{title}</PageHeading>
        <p>
          <Link href={paths.batch}>{t('several')}</Link>
        </p>
        <Application />
      </div>
    </Content>
  )
}

/** All that the form begins with has to be here first; what fails of it is no obstacle. */
function Application() {
  const { t } = useTranslation('apply')
  const [, navigate] = useLocation()
  const [round, setRound] = useState(0)
  const search = useSearch()
  const opened = useOpenedWith(openedApplicationSchema)
  const { name, buyerId: named } = askedIn(search)
  const buyerId = named ?? (opened?.content.who.buyerId || null)
  const language = useLanguage()
  const profile = useQuery(profileQuery)
  const policies = usePolicies()
  const isOfClient = useClientInView() !== null
  const draft = useQuery(applicationDraftQuery)
  const buyer = useQuery({ ...buyerQuery(buyerId ?? '', null), enabled: buyerId !== null })
  const isReady = [profile, policies, draft, ...(buyerId === null ? [] : [buyer])].every(
    ({ isPending }) => !isPending,
  )
  if (!isReady) return <Loading text={t('loading')} />
  const country = profile.data?.preferences.current.defaultSearchCountry ?? ''
  const start = startOf({
    buyer: buyerId === null ? null : (buyer.data?.buyer ?? null),
    name,
    country,
    policies: policies.data?.policies ?? [],
    isOfClient,
    kept: round === 0 ? draft.data : undefined,
    opened: round === 0 ? opened : null,
    language,
  })
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
      {policies.data?.policies.length === 0 && <Notice>{t('noPolicies')}</Notice>}
      {buyer.error !== null && round === 0 && <Notice tone="warning">{t('who.vanished')}</Notice>}
      <ApplyFlow
        // Another one begins anew, with a name of its own.
        key={`${search} ${round}`}
        {...start}
        onAgain={() => {
          setRound(round + 1)
          if (search !== '' || opened !== null) navigate(paths.apply, { replace: true })
        }}
      />
    </>
  )
}

/** What the page was opened for: one of the buyers, or a name that was looked for in vain. */
function askedIn(search: string) {
  const query = new URLSearchParams(search)
  return { buyerId: query.get('buyer'), name: query.get('name') }
}

type StartOptions = {
  readonly buyer: Buyer | null
  readonly name: string | null
  /** Of the preferences; empty for none in particular. */
  readonly country: string
  readonly policies: readonly Policy[]
  /** Whether those are a client's alone. */
  readonly isOfClient: boolean
  readonly kept: RouteOutput<'servnet.applicationDraft'> | undefined
  /** What another page says of it; null where none does. */
  readonly opened: { readonly content: OpenedApplication; readonly at: string } | null
  readonly language: Language
}

/** What the form begins with, and the draft that is offered beside it where it is about somebody else. */
function startOf(options: StartOptions) {
  const { buyer, name, country, policies, isOfClient, kept, opened } = options
  const draft = kept?.draft ?? null
  const resumed: ApplicationStart | null =
    draft === null
      ? null
      : {
          ...valuesOf(draft),
          savedAt: kept?.savedAt ?? null,
          move: draft.buyerId === null ? 'who' : 'howMuch',
          isDescribed: `${draft.registrationNumber}${draft.town}` !== '',
        }
  if (opened !== null) {
    // What was typed since it was opened is that same application.
    if (resumed !== null && (resumed.savedAt ?? '') >= opened.at) {
      return { start: resumed, offered: null }
    }
    return { start: openedStart(opened.content, options), offered: resumed }
  }
  const isAsked = buyer !== null || name !== null
  // In a client's view, a draft for another one's policy: it is offered, and not gone on with by itself.
  const isOfAnother =
    isOfClient && resumed !== null && !policies.some(({ id }) => id === resumed.howMuch.policyId)
  if (
    resumed !== null &&
    !isOfAnother &&
    (!isAsked || (buyer !== null && draft?.buyerId === buyer.id))
  ) {
    return { start: resumed, offered: null }
  }
  const policy = onlyPolicy(policies, buyer)
  const fresh: ApplicationStart = {
    who: buyer === null ? { ...nobody, country, buyerName: name ?? '' } : whoOf(buyer),
    howMuch: {
      ...nothingAsked,
      ...(policy !== null && { policyId: policy.id, currency: policy.currency }),
    },
    savedAt: null,
    move: buyer === null ? 'who' : 'howMuch',
    isDescribed: name !== null && buyer === null,
  }
  return { start: fresh, offered: resumed }
}

/** Filled in as the other page says; whom it is about is asked where the buyer is none that is known. */
function openedStart(
  { who, policyId, amount }: OpenedApplication,
  { buyer, policies, language }: StartOptions,
): ApplicationStart {
  const policy = policies.find(({ id }) => id === policyId) ?? onlyPolicy(policies, buyer)
  const isKnown = buyer !== null
  return {
    who: isKnown ? whoOf(buyer) : { ...who, buyerId: '' },
    howMuch: {
      ...nothingAsked,
      ...(policy !== null && { policyId: policy.id, currency: policy.currency }),
      ...(amount !== null && {
        amount: amountText(language, amount),
        currency: amount.currency,
      }),
    },
    savedAt: null,
    move: isKnown ? 'howMuch' : 'who',
    isDescribed: !isKnown,
  }
}

/** The one that can be meant: there is but one, or but one of this buyer. */
function onlyPolicy(policies: readonly Policy[], buyer: Buyer | null): Policy | null {
  const ofBuyer = policies.filter(({ id }) => buyer?.policyIds.includes(id))
  const [only, ...others] = ofBuyer.length > 0 ? ofBuyer : policies
  return others.length === 0 ? (only ?? null) : null
}
