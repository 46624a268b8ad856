import { useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { RadioCard } from '../../../ui/radio-card.tsx'
import styles from './conflict.module.css'
import type { FlatValues } from '../../../../shared/identity/merge-edits.ts'

/** What both sides have changed, each to its own value. */
export type Choice<Values extends FlatValues> = {
  readonly fields: readonly (keyof Values)[]
  readonly mine: Values
  readonly theirs: { readonly values: Values }
}

type Side = 'mine' | 'theirs'

type ConflictDialogProps<Values extends FlatValues> = {
  readonly conflict: Choice<Values> | null
  readonly labelOf: (field: keyof Values) => string
  /** A value in words. */
  readonly wordsFor: (field: keyof Values, values: Values) => string
  /** The fields in which the other's value is to stay. */
  readonly onChosen: (theirs: readonly (keyof Values)[]) => void
  readonly onClose: () => void
}

/** What two devices have changed to different values: both, side by side, to choose from. */
export function ConflictDialog<Values extends FlatValues>({
  conflict,
  onClose,
  ...props
}: ConflictDialogProps<Values>) {
  const { t } = useTranslation('profile')
  const first = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open={conflict !== null}
      onClose={onClose}
      title={t('conflict.title')}
      description={t('conflict.text')}
      initialFocus={first}
    >
      {conflict !== null && (
        <Choices first={first} conflict={conflict} onClose={onClose} {...props} />
      )}
    </Dialog>
  )
}

function Choices<Values extends FlatValues>({
  first,
  conflict,
  labelOf,
  wordsFor,
  onChosen,
  onClose,
}: ConflictDialogProps<Values> & {
  readonly first: RefObject<HTMLInputElement | null>
  readonly conflict: Choice<Values>
}) {
  const { t } = useTranslation('profile')
  const [chosen, setChosen] = useState<ReadonlyMap<keyof Values, Side>>(new Map())
  const [asked, setAsked] = useState(false)
  const { fields, mine, theirs } = conflict
  const complete = fields.every((field) => chosen.has(field))
  const submit = () => {
    if (complete) onChosen(fields.filter((field) => chosen.get(field) === 'theirs'))
    else setAsked(true)
  }
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault()
        // The dialog belongs, in React's eyes, to the form behind it: that one is not to be sent.
        event.stopPropagation()
        submit()
      }}
    >
      {fields.map((field, index) => (
        <fieldset key={String(field)} className={styles['field']}>
          <legend>{labelOf(field)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <RadioCard
              key={side}
              ref={index === 0 && side === 'mine' ? first : undefined}
              name={`conflict-${String(field)}`}
              title={t(`conflict.${side}`)}
              checked={chosen.get(field) === side}
              onChoose={() => setChosen(new Map(chosen).set(field, side))}
            >
              {wordsFor(field, side === 'mine' ? mine : theirs.values)}
            </RadioCard>
          ))}
        </fieldset>
      ))}
      <output className={styles['missing']}>{asked && !complete && t('conflict.choose')}</output>
      <DialogActions>
        <Button type="submit">{t('conflict.submit')}</Button>
        <Button variant="secondary" onClick={onClose}>
          {t('conflict.back')}
        </Button>
      </DialogActions>
    </form>
  )
}
