import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhatIfAnswer } from '../../../../shared/contract/insights/what-if.ts'
import type { AppError } from '../../../../shared/contract/result.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { profileQuery } from '../../../common/data/queries.ts'
import { Content } from '../../../common/frames/content.tsx'
import { FailureNotice, LoadFailure } from '../../../common/frames/load-failure.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Loading } from '../../../ui/skeleton.tsx'
import { asItIsQuery } from '../api.ts'
import { Outcome } from './outcome.tsx'
import type { Supposed } from './said-suppositions.ts'
import { CurrencyFields, CutFields, WorseningFields } from './supposition-fields.tsx'
import { nothingTyped, readForm, type Faults, type SuppositionForm } from './supposition-form.ts'
import styles from './what-if.module.css'

type State =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'done'; readonly answer: WhatIfAnswer; readonly supposed: Supposed }

/** Suppositions on the left, what they would do to the figures on the right; kept nowhere. */
export function WhatIfPage() {
  const { t } = useTranslation('what-if')
  const profile = useQuery(profileQuery)
  const currency = profile.data?.preferences.current.currency ?? null
  const { data, error, refetch, isFetching } = useQuery({
    ...asItIsQuery(currency ?? 'EUR'),
    enabled: currency !== null || profile.isError,
  })
  return (
    <Content width="full">
      <div className={styles['page']}>
        <PageHeading title={t('windowTitle')}>{t('title')}</PageHeading>
        <p className={styles['lead']}>{t('lead')}</p>
        {data !== undefined ? (
          <Supposing key={data.result.currency} asItIs={data} />
        ) : error === null ? (
          <Loading text={t('computing')} />
        ) : (
          <LoadFailure
            error={error.error}
            means="nothingKept"
            busy={isFetching}
            onRetry={() => void refetch()}
          />
        )}
      </div>
    </Content>
  )
}

function Supposing({ asItIs: { result } }: { readonly asItIs: WhatIfAnswer }) {
  const { t } = useTranslation('what-if')
  const language = useLanguage()
  const [form, setForm] = useState<SuppositionForm>(nothingTyped)
  const [faults, setFaults] = useState<Faults>({})
  const [isEmpty, setIsEmpty] = useState(false)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const { currency, rates } = result
  const change = (changes: Partial<SuppositionForm>) => {
    setForm({ ...form, ...changes })
    setIsEmpty(false)
  }
  const compute = async () => {
    const reading = readForm(form, language)
    setFaults(reading.kind === 'faults' ? reading.faults : {})
    setIsEmpty(reading.kind === 'nothing')
    if (reading.kind === 'faults') focusFirst(reading.faults)
    if (reading.kind !== 'suppositions' || state.kind === 'busy') return
    const { suppositions } = reading
    setState({ kind: 'busy' })
    const answer = await callPortal('insights.whatIf', { suppositions, currency })
    setState(
      answer.ok
        ? { kind: 'done', answer: answer.data, supposed: { suppositions, form } }
        : { kind: 'failed', error: answer.error },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void compute()
  }
  const clear = () => {
    setForm(nothingTyped)
    setFaults({})
    setIsEmpty(false)
    setState({ kind: 'idle' })
  }
  const currencies = [...new Set(['EUR', currency, ...rates.map((one) => one.currency)])]
  const fields = { form, faults, onChange: change }
  return (
    <div className={styles['columns']}>
      <form className={styles['form']} noValidate onSubmit={submit}>
        <CurrencyFields {...fields} rates={rates} />
        <WorseningFields {...fields} />
        <CutFields {...fields} currencies={currencies} />
        <output className={styles['nothing']}>{isEmpty && t('faults.nothing')}</output>
        <div className={styles['actions']}>
          <Button type="submit" busy={state.kind === 'busy'} busyLabel={t('computing')}>
            {t('compute')}
          </Button>
          <Button variant="quiet" onClick={clear}>
            {t('clear')}
          </Button>
        </div>
      </form>
      <section className={styles['outcome']} aria-label={t('result.title')} aria-live="polite">
        {state.kind === 'done' ? (
          <Outcome {...state} />
        ) : state.kind === 'failed' ? (
          <FailureNotice error={state.error} />
        ) : (
          <p className={styles['quiet']}>{t('result.empty')}</p>
        )}
      </section>
    </div>
  )
}

/** The first field that is wrong, in the order of the page, takes the focus. */
function focusFirst(faults: Faults): void {
  const ids = Object.keys(faults)
  document.querySelector<HTMLElement>(ids.map((id) => `#${id}`).join(','))?.focus()
}
