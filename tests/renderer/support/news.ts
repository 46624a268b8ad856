/** News and what is due, as main keeps them. */
import type { DueItem, NewsItem } from '../../../src/shared/contract/credit/news.ts'
import { success } from '../../../src/shared/contract/result.ts'
import { freshness } from './credit.ts'
import { answerFromNowOn } from './fake-portal.ts'

/** Main keeps these; what is ticked off stays so. */
export function holdNews(news: readonly NewsItem[], due: readonly DueItem[]): void {
  let items = [...news]
  answerFromNowOn({
    'credit.news': () => success({ items, freshness }),
    'credit.due': () => success({ items: [...due], freshness }),
    'credit.tickNews': ({ ids }) => {
      items = items.map((item) =>
        ids === null || ids.includes(item.id) ? { ...item, isTicked: true } : item,
      )
      return success({})
    },
  })
}
