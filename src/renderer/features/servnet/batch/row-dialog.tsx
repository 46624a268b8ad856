import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import {
  batchFields,
  type BatchChange,
  type BatchField,
  type BatchRowView,
} from '../../../../shared/contract/servnet/batch.ts'
import { formatCountry } from '../../../common/credit/list-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { applicationPath } from '../../../common/navigation/navigation.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { RadioCard } from '../../../ui/radio-card.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './batch.module.css'
import { useBatchWords } from './batch-words.ts'

type RowDialogProps = {
  readonly row: BatchRowView
  readonly onChange: (change: BatchChange) => void
  readonly onClose: () => void
}

/** Those that one seldom needs show where the table has them. */
const seldom: ReadonlySet<BatchField> = new Set(['town', 'buyerId', 'startsOn', 'endsOn'])

/** One row: each field as it was read, to put it right; or to leave the row out. */
export function RowDialog({ row, onChange, onClose }: RowDialogProps) {
  const { t } = useTranslation('batch')
  const words = useBatchWords()
  const [typed, setTyped] = useState<BatchRowView['texts']>(row.texts)
  const [chosen, setChosen] = useState<Choice>(undefined)
  const fields = batchFields.filter(
    (field) =>
      !seldom.has(field) ||
      row.texts[field] !== undefined ||
      row.problems.some((problem) => problem.field === field),
  )
  const errorOf = (field: BatchField) =>
    row.problems.find((problem) => problem.field === field && isOfField(problem.code))
  const general = row.problems.filter(({ code }) => !isOfField(code))
  const save = () => {
    const changed = fields.filter((field) => (typed[field] ?? '') !== (row.texts[field] ?? ''))
    if (changed.length > 0 || chosen !== undefined) {
      const texts = Object.fromEntries(changed.map((field) => [field, typed[field] ?? '']))
      onChange({ kind: 'row', key: row.key, texts, buyerId: chosen })
    }
    onClose()
  }
  return (
    <Dialog open onClose={onClose} title={t('row.title', { place: row.place })}>
      <form
        className={styles['row']}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {general.map((problem) => (
          <Notice key={problem.code} tone="warning">
            {words.problem(problem)}{' '}
            {problem.code === 'application_pending' && (
              <Link href={applicationPath(String(problem.params?.['id']))}>{t('row.open')}</Link>
            )}
          </Notice>
        ))}
        {row.warnings.map((warning) => (
          <Notice key={warning.kind}>{words.warning(warning)}</Notice>
        ))}
        <Candidates row={row} chosen={chosen} onChoose={setChosen} />
        <div className={styles['fields']}>
          {fields.map((field) => {
            const problem = errorOf(field)
            return (
              <TextField
                key={field}
                label={t(`fields.${field}`)}
                error={problem === undefined ? undefined : words.problem(problem)}
                maxLength={500}
                autoComplete="off"
                value={typed[field] ?? ''}
                onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
              />
            )
          })}
        </div>
        <DialogActions>
          <Button type="submit">{t('row.save')}</Button>
          <Button
            variant="secondary"
            onClick={() => {
              onChange({ kind: 'leave', keys: [row.key], isLeft: row.state !== 'left' })
              onClose()
            }}
          >
            {t(row.state === 'left' ? 'row.take' : 'row.leave')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** What is about the row as a whole stands above its fields. */
function isOfField(code: BatchRowView['problems'][number]['code']): boolean {
  return !['row_double', 'application_pending', 'application_waiting'].includes(code)
}

/** A buyer's id; null for none of those that are offered, undefined where nothing was said yet. */
type Choice = string | null | undefined

type CandidatesProps = Pick<RowDialogProps, 'row'> & {
  readonly chosen: Choice
  readonly onChoose: (chosen: string | null) => void
}

/** Several buyers that the row can mean; what is chosen counts once the row is saved. */
function Candidates({ row, chosen, onChoose }: CandidatesProps) {
  const { t } = useTranslation('batch')
  const language = useLanguage()
  if (row.candidates.length === 0) return null
  const isOpen = row.problems.some(({ code }) => code === 'buyer_ambiguous')
  const present = chosen === undefined && !isOpen ? (row.buyer?.id ?? null) : chosen
  return (
    <fieldset className={styles['candidates']}>
      <legend>{t('row.which')}</legend>
      {row.candidates.map(({ id, name, country, town, registrationNumber }) => (
        <RadioCard
          key={id}
          name="buyer"
          checked={present === id}
          onChoose={() => onChoose(id)}
          title={name}
        >
          {[town, formatCountry(language, country), registrationNumber].filter(Boolean).join(' · ')}
        </RadioCard>
      ))}
      <RadioCard
        name="buyer"
        checked={present === null}
        onChoose={() => onChoose(null)}
        title={t('row.described')}
      >
        {row.texts.name}
      </RadioCard>
    </fieldset>
  )
}
