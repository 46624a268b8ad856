import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { CheckIcon } from '../../../ui/icons.tsx'
import styles from './apply.module.css'
import { moves, type Move } from './use-application.ts'

type MoveSectionProps = {
  readonly move: Move
  readonly current: Move
  /** What was decided in it, in a line, once it is done. */
  readonly done: ReactNode
  readonly onChange: (move: Move) => void
  /** What there is to do in it. */
  readonly children: ReactNode
}

/** One move: being made, done and folded to a line, or still to come. */
export function MoveSection({ move, current, done, onChange, children }: MoveSectionProps) {
  const { t } = useTranslation('apply')
  const state = stateOf(move, current)
  const heading = useFocusWhenOpened(state === 'open')
  const title = t(`moves.${move}`)
  const id = `move-${move}`
  return (
    <section className={styles['move']} data-state={state} aria-labelledby={id}>
      <span className={styles['number']} aria-hidden="true">
        {state === 'done' ? <CheckIcon size={18} /> : moves.indexOf(move) + 1}
      </span>
      <div className={styles['moveBody']}>
        <h2 ref={heading} tabIndex={-1} id={id} className={styles['moveTitle']}>
          {title}
        </h2>
        {state === 'open' && children}
        {state === 'done' && (
          <div className={styles['done']}>
            <div className={styles['doneWords']}>{done}</div>
            <Button
              variant="quiet"
              aria-label={t('changeLong', { move: title })}
              onClick={() => onChange(move)}
            >
              {t('change')}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

function stateOf(move: Move, current: Move): 'done' | 'open' | 'coming' {
  const distance = moves.indexOf(move) - moves.indexOf(current)
  if (distance === 0) return 'open'
  return distance < 0 ? 'done' : 'coming'
}

/** Each move that is opened starts at its heading, for the eye and for the screen reader. */
function useFocusWhenOpened(isOpen: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    // Where something is wrong in it, its summary takes the focus instead.
    const isSummed = heading.current?.parentElement?.querySelector('[role=alert]') !== null
    if (isOpen && !wasOpen.current && !isSummed) heading.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return heading
}
