import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { minorUnitsOf, moneyOfUnits } from '../../../../shared/credit/minor-units.ts'
import { formatMoney } from '../../../../shared/i18n/money.ts'
import { usePolicies } from '../../../common/credit/queries.ts'
import { FailureNotice } from '../../../common/frames/load-failure.tsx'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { useClientInView } from '../../../common/navigation/client-view.tsx'
import { editCasePath } from '../../../common/navigation/navigation.ts'
import { useOutboxActions } from '../../../common/offline/outbox-actions.ts'
import { useWaiting, type ItemOf } from '../../../common/offline/pending.tsx'
import { Button, buttonClass } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/dialog.tsx'
import { ClockIcon, WarningIcon } from '../../../ui/icons.tsx'
import styles from './cases.module.css'

type WaitingCase = ItemOf<'enterCase'>

/** Above the list: cases that this computer alone has, each with what can be done about it. */
export function WaitingCases() {
  const { t } = useTranslation(['cases', 'offline'])
  const waiting = useWaitingInView()
  const { error, discard } = useOutboxActions()
  const [discarding, setDiscarding] = useState<WaitingCase | null>(null)
  const keep = useRef<HTMLButtonElement>(null)
  if (waiting.length === 0 && error === null) return null
  return (
    <section className={styles['waiting']} aria-labelledby="waiting-cases">
      <h2 id="waiting-cases">{t('waiting.title')}</h2>
      <ul>
        {waiting.map((item) => (
          <WaitingRow key={item.id} item={item} onDiscard={() => setDiscarding(item)} />
        ))}
      </ul>
      {error !== null && <FailureNotice error={error} />}
      <ConfirmDialog
        open={discarding !== null}
        onClose={() => setDiscarding(null)}
        title={t('offline:outbox.discardTitle')}
        initialFocus={keep}
        actions={
          <>
            <Button
              variant="danger"
              onClick={() => {
                if (discarding !== null) void discard(discarding)
                setDiscarding(null)
              }}
            >
              {t('offline:outbox.discard')}
            </Button>
            <Button ref={keep} variant="secondary" onClick={() => setDiscarding(null)}>
              {t('offline:outbox.keep')}
            </Button>
          </>
        }
      >
        <p>{t('offline:outbox.discardText')}</p>
      </ConfirmDialog>
    </section>
  )
}

/** In a client's view those of its policies: none while it is not known which these are. */
function useWaitingInView(): readonly WaitingCase[] {
  const client = useClientInView()
  const { data } = usePolicies()
  const waiting = useWaiting('enterCase')
  if (client === null) return waiting
  const policies = new Set(data?.policies.map(({ id }) => id))
  return waiting.filter(({ edit }) => policies.has(edit.request.policyId))
}

type WaitingRowProps = { readonly item: WaitingCase; readonly onDiscard: () => void }

function WaitingRow({ item, onDiscard }: WaitingRowProps) {
  const { t } = useTranslation(['cases', 'offline', 'errors'])
  const language = useLanguage()
  const { edit, state, error } = item
  const { invoices, currency, buyer } = edit.request
  const name = item.subject ?? buyer?.name ?? t('offline:outbox.kinds.enterCase')
  const units = invoices.reduce(
    (sum, { amount }) => sum + (minorUnitsOf({ amount, currency }) ?? 0n),
    0n,
  )
  const Sign = state === 'refused' ? WarningIcon : ClockIcon
  return (
    <li>
      <Sign size={20} />
      <div>
        <p className={styles['buyer']}>
          <bdi>{name}</bdi>
        </p>
        <p className={styles['about']}>
          {formatMoney(language, moneyOfUnits(units, currency))} ·{' '}
          {t('waiting.invoices', { count: invoices.length })} ·{' '}
          <span data-state={state}>
            {t(`offline:outbox.states.${state}`)}
            {state === 'refused' && error !== null && (
              <>. {t(`${error.code}.message`, { ns: 'errors', ...error.params })}</>
            )}
          </span>
        </p>
      </div>
      {state !== 'sending' && (
        <div className={styles['actions']}>
          <Link
            className={buttonClass('quiet')}
            href={editCasePath(edit.id)}
            aria-label={t('offline:outbox.editLong', { edit: name })}
          >
            {t('offline:outbox.edit')}
          </Link>
          <Button
            variant="quiet"
            aria-label={t('offline:outbox.discardLong', { edit: name })}
            onClick={onDiscard}
          >
            {t('offline:outbox.discard')}
          </Button>
        </div>
      )}
    </li>
  )
}
