import { useState } from 'react'
import type { OutboxItem } from '../../../../shared/contract/offline/outbox.ts'
import { FailureNotice } from '../../../common/frames/load-failure.tsx'
import { useOutboxActions } from '../../../common/offline/outbox-actions.ts'
import { PendingNotice, useWaiting, type ItemOf } from '../../../common/offline/pending.tsx'
import { WaitingConflict } from './waiting-edit.tsx'

type WaitingNoticeProps<Kind extends 'personal' | 'preferences'> = {
  readonly kind: Kind
  /** Puts what was refused back into the form, to be corrected and saved again. */
  readonly onTakeUp: (item: ItemOf<Kind>) => void
}

/** What was saved in this part of the profile and is not sent yet, with the choice where it needs one. */
export function WaitingNotice<Kind extends 'personal' | 'preferences'>({
  kind,
  onTakeUp,
}: WaitingNoticeProps<Kind>) {
  const [choosing, setChoosing] = useState<OutboxItem | null>(null)
  const { error, resolve, discard } = useOutboxActions()
  // What needs the person comes first; of the rest the latest stands for all.
  const items = useWaiting(kind)
  const item =
    items.find(({ state }) => state === 'conflict' || state === 'refused') ?? items.at(-1)
  return (
    <>
      {item !== undefined && (
        <PendingNotice
          item={item}
          onChoose={() => setChoosing(item)}
          onTakeUp={() => {
            onTakeUp(item)
            // It is the form's again, which keeps what is typed.
            void discard(item)
          }}
        />
      )}
      {error !== null && <FailureNotice error={error} />}
      <WaitingConflict
        item={choosing}
        onClose={() => setChoosing(null)}
        onChosen={(theirs) => {
          setChoosing(null)
          if (choosing !== null) void resolve(choosing, theirs)
        }}
      />
    </>
  )
}
