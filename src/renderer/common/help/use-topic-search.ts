/** Help’s topics by what one types: words of the title, other words for the same, and words of the steps. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { createSearch } from '../../ui/search-options.ts'
import { topics, type Topic } from './topics.ts'

/**
 * Topics in the app’s language, those whose title is typed first; nothing typed finds none.
 * @param inSteps whether words of the steps count, too
 */
export function useTopicSearch(inSteps: boolean): (typed: string) => readonly Topic[] {
  const { t } = useTranslation('guide')
  return useMemo(() => {
    const search = createSearch(
      topics.map((topic) => ({
        topic,
        label: t(`topics.${topic.id}`),
        otherNames: [
          ...t(`words.${topic.id}`).split(', '),
          ...(inSteps ? [t(`steps.${topic.id}`)] : []),
        ],
      })),
    )
    return (typed) => (typed.trim() === '' ? [] : search(typed).map(({ topic }) => topic))
  }, [t, inSteps])
}
