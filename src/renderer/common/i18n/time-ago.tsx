import { formatAgo, formatMoment } from './format.ts'
import { useLanguage } from './languages.ts'
import { useNow } from '../../ui/clock.ts'

type TimeAgoProps = {
  /** RFC 3339. */
  readonly at: string
}

/** How long ago, kept true while one looks; the exact moment is behind it, and read out with it. */
export function TimeAgo({ at }: TimeAgoProps) {
  const language = useLanguage()
  const now = useNow()
  const exact = formatMoment(language, at)
  return (
    <time dateTime={at} title={exact}>
      {formatAgo(language, Date.parse(at), now)}
      <span className="visually-hidden"> ({exact})</span>
    </time>
  )
}
