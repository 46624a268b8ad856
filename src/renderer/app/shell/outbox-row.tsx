import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Edit, OutboxItem } from '../../../shared/contract/offline/outbox.ts'
import type { BatchProgress } from '../../../shared/contract/servnet/batch.ts'
import { momentParts } from '../../common/i18n/format.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import {
  alertPath,
  batchPath,
  casePath,
  editCasePath,
  paths,
} from '../../common/navigation/navigation.ts'
import { showStatusSheet } from '../../common/navigation/overlays.ts'
import { useEditedFields } from '../../features/identity/profile/waiting-edit.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { useNow } from '../../ui/clock.ts'
import { ArrowRightIcon, ClockIcon, WarningIcon } from '../../ui/icons.tsx'
import styles from './status-panel.module.css'

const signs = {
  waiting: ClockIcon,
  sending: ArrowRightIcon,
  conflict: WarningIcon,
  refused: WarningIcon,
} as const satisfies Record<OutboxItem['state'], unknown>

type OutboxRowProps = {
  readonly item: OutboxItem
  readonly onChoose: () => void
  readonly onDiscard: () => void
}

/** One edit: what it is, what it is about, how it is doing, and what can be done about it. */
export function OutboxRow({ item, onChoose, onDiscard }: OutboxRowProps) {
  const { t } = useTranslation('offline')
  const { edit, subject, state } = item
  const fields = useEditedFields(edit)
  const Sign = signs[state]
  const name = useEditName(item)
  return (
    <li className={styles['item']}>
      <p className={styles['name']}>{t(`outbox.kinds.${kindOf(edit)}`)}</p>
      {subject !== null && (
        <p>
          <bdi>{subject}</bdi>
        </p>
      )}
      {fields.map(({ label, value }) => (
        <p key={label}>{t('outbox.field', { field: label, value })}</p>
      ))}
      <p className={styles['state']} data-state={state}>
        <Sign size={16} />
        <span>
          {t(`outbox.states.${state}`)}, <Since at={item.queuedAt} />
        </span>
      </p>
      <Reason item={item} />
      <div className={styles['actions']} data-state={state}>
        {state === 'conflict' && (
          <Button
            variant="secondary"
            aria-label={t('outbox.chooseLong', { edit: name })}
            onClick={onChoose}
          >
            {t('outbox.choose')}
          </Button>
        )}
        {state !== 'conflict' && (
          <Link
            className={buttonClass('quiet')}
            href={pageOf(edit)}
            aria-label={t('outbox.editLong', { edit: name })}
            onClick={() => showStatusSheet(false)}
          >
            {t('outbox.edit')}
          </Link>
        )}
        {state !== 'sending' && (
          <Button
            variant="quiet"
            aria-label={t('outbox.discardLong', { edit: name })}
            onClick={onDiscard}
          >
            {t('outbox.discard')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** Applications that were sent together: one line, however many they are. */
export function BatchLine({ batch }: { readonly batch: BatchProgress }) {
  const { t } = useTranslation(['offline', 'errors'])
  const { id, size, sent, waiting, refused, error, madeAt } = batch
  const name = t('outbox.batch.name', { count: size })
  const Sign = waiting > 0 ? ClockIcon : WarningIcon
  return (
    <li className={styles['item']}>
      <p className={styles['name']}>{name}</p>
      <p className={styles['state']} data-state={waiting > 0 ? 'waiting' : 'refused'}>
        <Sign size={16} />
        <span>
          {t('outbox.batch.progress', { sent, count: size })}, <Since at={madeAt} />
        </span>
      </p>
      {refused > 0 && <p>{t('outbox.batch.refused', { count: refused })}</p>}
      {error !== null && (
        <p className={styles['quiet']}>
          {t(`${error.code}.message`, { ns: 'errors', ...error.params })}
        </p>
      )}
      <div className={styles['actions']}>
        <Link
          className={buttonClass('quiet')}
          href={batchPath(id)}
          aria-label={`${t('outbox.batch.follow')}: ${name}`}
          onClick={() => showStatusSheet(false)}
        >
          {t('outbox.batch.follow')}
        </Link>
      </div>
    </li>
  )
}

/** Why it was not taken, and what to do; while it goes by itself there is nothing to do. */
function Reason({ item: { state, error } }: { readonly item: OutboxItem }) {
  const { t } = useTranslation(['offline', 'errors'])
  if (state === 'conflict') return <p className={styles['quiet']}>{t('outbox.conflictNext')}</p>
  if (error === null || state === 'sending') return null
  const { code, params } = error
  return (
    <p className={styles['quiet']}>
      {t(`${code}.message`, { ns: 'errors', ...params })}
      {state === 'refused' && <> {t('outbox.refusedNext')}</>}
    </p>
  )
}

function Since({ at }: { readonly at: string }) {
  const { t } = useTranslation('offline')
  const language = useLanguage()
  const { day, ...moment } = momentParts(language, at, useNow())
  return <time dateTime={at}>{t(`outbox.since.${day}`, moment)}</time>
}

/** An edit in a few words, for what is done about it. */
export function useEditName({ edit, subject }: Pick<OutboxItem, 'edit' | 'subject'>): string {
  const { t } = useTranslation('offline')
  const kind = t(`outbox.kinds.${kindOf(edit)}`)
  return subject === null ? kind : `${kind}, ${subject}`
}

function kindOf(edit: Edit) {
  return edit.kind === 'alertHandled' && !edit.handled ? 'alertReopened' : edit.kind
}

/** Set again with one press. */
const marks: ReadonlySet<Edit['kind']> = new Set([
  'alertHandled',
  'messageRead',
  'messagesRead',
  'rehearsalPostponed',
])

/** Whether something typed goes with it: a mark is set again with one press. */
export function isWorthAsking(edit: Edit): boolean {
  return !marks.has(edit.kind)
}

/** Where it was made. */
function pageOf(edit: Edit): string {
  switch (edit.kind) {
    case 'personal':
      return paths.profilePersonal
    case 'preferences':
      return paths.profile
    case 'rehearsalPostponed':
      return paths.profileRehearsal
    case 'alertHandled':
      return alertPath(edit.id)
    case 'messageRead':
    case 'messagesRead':
      return paths.messages
    case 'apply':
      return paths.apply
    case 'declareTurnover':
      return paths.turnover
    case 'enterCase':
      return editCasePath(edit.id)
    case 'addDocument':
      return casePath(edit.caseId)
    default:
      return assertNever(edit)
  }
}
