import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { useDraft } from '../../../common/forms/use-draft.ts'
import { momentParts } from '../../../common/i18n/format.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { useNow } from '../../../ui/clock.ts'
import { WarningIcon } from '../../../ui/icons.tsx'
import styles from './buyer.module.css'
import { Panel } from './panel.tsx'

/** As long as main keeps one. */
const longest = 10_000

type Note = RouteOutput<'credit.note'>

/** What the person notes of this buyer: kept by itself, on this computer alone. */
export function BuyerNote({ buyerId }: { readonly buyerId: string }) {
  const { t } = useTranslation('buyers')
  const [note, setNote] = useState<Note | null>(null)
  useEffect(() => {
    let isLeft = false
    const read = async () => {
      const result = await callPortal('credit.note', { buyerId })
      if (result.ok && !isLeft) setNote(result.data)
    }
    void read()
    return () => {
      isLeft = true
    }
  }, [buyerId])
  return (
    <Panel title={t('note.title')}>
      {note !== null && <NoteField buyerId={buyerId} note={note} />}
    </Panel>
  )
}

function NoteField({ buyerId, note }: { readonly buyerId: string; readonly note: Note }) {
  const { t } = useTranslation('buyers')
  const id = useId()
  const [text, setText] = useState(note.text)
  const [savedAt, setSavedAt] = useState(note.savedAt)
  const typed = useRef(note.text)
  const { touch, flush, kept } = useDraft({
    read: () => typed.current,
    save: async (draft) => {
      const result = await callPortal('credit.saveNote', { buyerId, text: draft })
      if (result.ok) setSavedAt(result.data.savedAt)
      return result.ok
    },
  })
  return (
    <>
      <textarea
        id={id}
        className={styles['note']}
        aria-label={t('note.title')}
        aria-describedby={`${id}-hint`}
        dir="auto"
        rows={4}
        maxLength={longest}
        value={text}
        onChange={({ target }) => {
          typed.current = target.value
          setText(target.value)
          touch()
        }}
        onBlur={flush}
      />
      <p className={styles['quiet']} id={`${id}-hint`}>
        {t('note.hint')}
      </p>
      <output className={styles['saved']}>
        {kept ? savedAt !== null && text !== '' && <SavedAt at={savedAt} /> : <NotSaved />}
      </output>
    </>
  )
}

function SavedAt({ at }: { readonly at: string }) {
  const { t } = useTranslation('buyers')
  const language = useLanguage()
  const { day, time, date } = momentParts(language, at, useNow())
  return t('note.saved', { time: day === 'today' ? time : date })
}

function NotSaved() {
  const { t } = useTranslation('buyers')
  return (
    <>
      <WarningIcon size={18} />
      <span>{t('note.failed')}</span>
    </>
  )
}
