import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CustomerBuyer } from '../../../../shared/contract/servnet/ledger-customers.ts'
import type { AppError } from '../../../../shared/contract/result.ts'
import { BuyerLine, buyerDetail } from '../../../common/credit/buyer/buyer-line.tsx'
import { BuyerSearchField } from '../../../common/credit/buyer/buyer-search.tsx'
import { nobody, whoOf, type WhoValues } from '../../../common/credit/buyer/who-values.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { Part } from '../../../common/facts/facts.tsx'
import { FailureNotice } from '../../../common/frames/load-failure.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { CheckIcon } from '../../../ui/icons.tsx'
import { RadioCard } from '../../../ui/radio-card.tsx'
import { exposureQuery, ledgerCustomerQuery, type CustomerDetail } from '../api.ts'
import styles from './customer.module.css'

/** Which buyer the customer is and how that was found; and the way to say it is another, or none. */
export function CustomerIdentity({ detail }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('exposure')
  const { customer } = detail
  const { buyer, matchedBy } = customer
  const { match, busy, error, isKept } = useMatching(customer.key)
  const isSettled = buyer !== null || matchedBy === 'hand'
  const [isChoosing, setChoosing] = useState(false)
  const choose = async (buyerId: string | null) => {
    if (await match(buyerId)) setChoosing(false)
  }
  return (
    <Part title={t('identity.title')}>
      <div className={styles['identity']} aria-busy={busy || undefined}>
        {isSettled && <Settled detail={detail} />}
        {error !== null && <FailureNotice error={error} />}
        {isSettled && !isChoosing ? (
          <div>
            <Button variant="secondary" onClick={() => setChoosing(true)}>
              {t('identity.another')}
            </Button>
          </div>
        ) : (
          <Choosing
            detail={detail}
            onChoose={(buyerId) => void choose(buyerId)}
            onCancel={isSettled ? () => setChoosing(false) : null}
          />
        )}
        <output className={styles['kept']}>
          {isKept && (
            <>
              <CheckIcon size={18} />
              <span>{t('identity.kept')}</span>
            </>
          )}
        </output>
      </div>
    </Part>
  )
}

/** Says it to main, which remembers it; what is shown of the ledger follows. */
function useMatching(key: string) {
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [isKept, setKept] = useState(false)
  const match = async (buyerId: string | null) => {
    setBusy(true)
    setKept(false)
    const result = await callPortal('servnet.matchCustomer', { key, buyerId })
    setError(result.ok ? null : result.error)
    if (result.ok) {
      const { customer } = result.data
      const { queryKey } = ledgerCustomerQuery(key)
      queryClient.setQueryData(queryKey, (before) => before && { ...before, customer })
      // Its invoices have the days of another policy by now, and the figures are others.
      await queryClient.invalidateQueries({ queryKey })
      void queryClient.invalidateQueries({ queryKey: exposureQuery.queryKey })
    }
    setBusy(false)
    setKept(result.ok)
    return result.ok
  }
  return { match, busy, error, isKept }
}

function Settled({ detail: { customer } }: { readonly detail: CustomerDetail }) {
  const { t } = useTranslation('exposure')
  const { buyer, matchedBy } = customer
  if (buyer === null) return <p>{t('identity.saidNone')}</p>
  return (
    <div>
      <BuyerLine who={whoOf(buyer)} />
      {matchedBy !== null && (
        <p className={styles['quiet']}>
          {t(`identity.${matchedBy === 'name' ? 'byName' : matchedBy}`)}
        </p>
      )}
    </div>
  )
}

type ChoosingProps = {
  readonly detail: CustomerDetail
  readonly onChoose: (buyerId: string | null) => void
  /** Null where nothing was settled before. */
  readonly onCancel: (() => void) | null
}

function Choosing({ detail: { customer, candidates }, onChoose, onCancel }: ChoosingProps) {
  const { t } = useTranslation('exposure')
  const form = useForm<WhoValues>({
    defaultValues: { ...nobody, buyerName: candidates.length > 0 ? '' : customer.name },
  })
  const isSaidNone = customer.buyer === null && customer.matchedBy === 'hand'
  return (
    <>
      {candidates.length === 0 ? (
        !isSaidNone && customer.buyer === null && <p>{t('identity.notKnown')}</p>
      ) : (
        <Candidates
          candidates={candidates}
          chosen={customer.buyer?.id ?? null}
          onChoose={onChoose}
        />
      )}
      <BuyerSearchField form={form} onChoose={({ id }) => onChoose(id)} />
      <ButtonRow>
        {(candidates.length > 0 || customer.buyer !== null) && (
          <Button variant="secondary" onClick={() => onChoose(null)}>
            {t('identity.none')}
          </Button>
        )}
        {onCancel !== null && (
          <Button variant="quiet" onClick={onCancel}>
            {t('identity.cancel')}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}

type CandidatesProps = Pick<ChoosingProps, 'onChoose'> & {
  readonly candidates: readonly CustomerBuyer[]
  readonly chosen: string | null
}

function Candidates({ candidates, chosen, onChoose }: CandidatesProps) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  return (
    <fieldset className={styles['candidates']}>
      <legend>{t('identity.several', { count: candidates.length })}</legend>
      {candidates.map((buyer) => (
        <RadioCard
          key={buyer.id}
          name="buyer"
          checked={buyer.id === chosen}
          onChoose={() => onChoose(buyer.id)}
          title={buyer.name}
        >
          {buyerDetail(language, whoOf(buyer))}
        </RadioCard>
      ))}
    </fieldset>
  )
}
