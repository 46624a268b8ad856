/** What notifications say, in the person's language. */
import {
  notificationKinds,
  type NotificationKind,
} from '../../shared/contract/app/notifications.ts'
import type { NewsItem } from '../../shared/contract/credit/news.ts'
import { credit as deCredit } from '../../shared/i18n/de/credit.ts'
import { notifications as de } from '../../shared/i18n/de/notifications.ts'
import { credit as enCredit } from '../../shared/i18n/en/credit.ts'
import { notifications as en } from '../../shared/i18n/en/notifications.ts'
import { credit as esCredit } from '../../shared/i18n/es/credit.ts'
import { notifications as es } from '../../shared/i18n/es/notifications.ts'
import { credit as frCredit } from '../../shared/i18n/fr/credit.ts'
import { notifications as fr } from '../../shared/i18n/fr/notifications.ts'
import { credit as itCredit } from '../../shared/i18n/it/credit.ts'
import { notifications as it } from '../../shared/i18n/it/notifications.ts'
import { formatLongDay } from '../../shared/i18n/days.ts'
import { formatMoney, formatMoneyChange } from '../../shared/i18n/money.ts'
import { credit as nlCredit } from '../../shared/i18n/nl/credit.ts'
import { notifications as nl } from '../../shared/i18n/nl/notifications.ts'
import type { Texts } from '../../shared/i18n/texts.ts'
import type { Language } from '../../shared/languages.ts'
import { isolate } from '../../shared/rules/isolate.ts'

export type NotificationText = { readonly title: string; readonly body: string }

export type Decision = Extract<NewsItem, { kind: 'decision' }>
export type Cut = Extract<NewsItem, { kind: 'alert' }> & {
  readonly alertKind: 'limit_reduced' | 'limit_withdrawn'
}

export type Rating = Extract<NewsItem, { kind: 'alert' }> & { readonly alertKind: 'rating_worse' }
export type Message = Extract<NewsItem, { kind: 'message' }>

const texts: Readonly<Record<Language, Texts<typeof fr>>> = { fr, nl, en, de, es, it }
const words: Readonly<Record<Language, Texts<typeof frCredit>['news']>> = {
  fr: frCredit.news,
  nl: nlCredit.news,
  en: enCredit.news,
  de: deCredit.news,
  es: esCredit.news,
  it: itCredit.news,
}

/** Of whom, and what was granted. */
export function decisionText(language: Language, decision: Decision): NotificationText {
  const { decision: titles, granted, asked } = words[language]
  const amounts = {
    asked: formatMoney(language, decision.asked),
    granted: decision.granted === null ? '' : formatMoney(language, decision.granted),
  }
  return {
    title: filled(titles[decision.status], { buyer: isolate(decision.buyer) }),
    body: filled(decision.granted === null ? asked : granted, amounts),
  }
}

/** Of many at once. */
export function decisionsText(
  language: Language,
  decisions: readonly Decision[],
): NotificationText {
  const { decisions: title } = texts[language]
  return {
    title: filled(title, { count: String(decisions.length) }),
    body: some(language, decisions),
  }
}

/** What falls, by how much and when; of several at once how many, and whose. */
export function cutsText(language: Language, cuts: readonly Cut[]): NotificationText {
  const own = texts[language]
  const [cut, ...others] = cuts
  if (cut === undefined || others.length > 0) {
    return { title: filled(own.cuts, { count: String(cuts.length) }), body: some(language, cuts) }
  }
  const date = cut.effectiveOn && dayIn(language, cut.effectiveOn)
  const lines = [
    formatMoneyChange(language, cut.from, cut.to),
    date && filled(own.effectiveOn, { date }),
  ]
  return {
    title: filled(own[cut.alertKind], { buyer: isolate(cut.buyer) }),
    body: lines.filter(Boolean).join('\n'),
  }
}

/** Whose rating is worse; of several at once how many, and whose. */
export function ratingsText(language: Language, ratings: readonly Rating[]): NotificationText {
  const own = texts[language]
  const [rating, ...others] = ratings
  if (rating === undefined || others.length > 0) {
    return {
      title: filled(own.ratings, { count: String(ratings.length) }),
      body: some(language, ratings),
    }
  }
  return { title: filled(own.rating, { buyer: isolate(rating.buyer) }), body: '' }
}

/** A message by its title; of several at once how many, and the first titles. */
export function messagesText(language: Language, messages: readonly Message[]): NotificationText {
  const own = texts[language]
  const titles = messages.slice(0, mostNames).map(({ title }) => isolate(title))
  return {
    title:
      messages.length === 1
        ? own.message
        : filled(own.messages, { count: String(messages.length) }),
    body: titles.join('\n'),
  }
}

/** Of several kinds at once: how many of each. */
export function severalText(
  language: Language,
  counts: Readonly<Record<NotificationKind, number>>,
): NotificationText {
  const { several, counts: lines } = texts[language]
  const total = notificationKinds.reduce((sum, kind) => sum + counts[kind], 0)
  return {
    title: filled(several, { count: String(total) }),
    body: notificationKinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => filled(lines[kind], { count: String(counts[kind]) }))
      .join('\n'),
  }
}

/** While the app is locked. */
export function hiddenText(
  language: Language,
  what: NotificationKind | 'several',
): NotificationText {
  return { title: texts[language].hidden[what], body: '' }
}

/** As many names as one reads at a glance. */
const mostNames = 3

function some(language: Language, items: readonly { readonly buyer: string }[]): string {
  const names = [...new Set(items.map(({ buyer }) => isolate(buyer)))]
  const buyers = names.slice(0, mostNames).join(', ')
  return names.length > mostNames ? filled(texts[language].andOthers, { buyers }) : buyers
}

function dayIn(language: Language, day: string): string {
  return formatLongDay(language, Date.parse(`${day}T00:00:00Z`), 'UTC')
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => values[name] ?? '')
}
