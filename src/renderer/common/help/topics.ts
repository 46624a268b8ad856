/** Help’s topics: the guide’s own steps first. Their words are in its catalogue, under the same names. */
import type { guide } from '../../../shared/i18n/fr/guide.ts'
import { serviceOfPage } from '../../../shared/pages.ts'
import type { ServiceId } from '../../../shared/services.ts'
import { isWithin, paths, type Path } from '../navigation/navigation.ts'

export type TopicId = keyof (typeof guide)['topics']
type Group = keyof (typeof guide)['groups']

export type Topic = {
  readonly id: TopicId
  readonly group: Group
  /** From where F1 leads to it. */
  readonly pages: readonly Path[]
}

function topic(group: Group, id: TopicId, ...pages: readonly Path[]): Topic {
  return { id, group, pages }
}

/** In the order of the page. */
export const topics: readonly Topic[] = [
  topic('account', 'firstSignIn', paths.signIn, paths.services),
  topic('account', 'security', paths.enrolment),
  topic('account', 'personalData', paths.profilePersonal),
  topic('account', 'forgotten', paths.recovery, paths.forgottenUsername, paths.profileQuestions),
  topic('account', 'access', paths.profileSecurity),
  topic('account', 'profile', paths.profile),
  topic('work', 'home', paths.servnet, paths.alerts, paths.messages),
  topic('work', 'limits', paths.limits, paths.policies),
  topic('work', 'apply', paths.apply, paths.applications),
  topic('work', 'several', paths.batch),
  topic('work', 'turnover', paths.turnover),
  topic('work', 'exposure', paths.exposure),
  topic('work', 'dashboard', paths.insights, paths.figures, paths.tools),
  topic('work', 'buyers', paths.buyers),
  topic('work', 'whatIf', paths.whatIf),
  topic('work', 'monthPack', paths.monthPack),
  topic('work', 'cases', paths.collectnet),
  topic('work', 'partners', paths.partners),
  topic('app', 'offline'),
  topic('app', 'find'),
  topic('app', 'lock', paths.profileLock, paths.lockSetup, paths.locked),
  topic('app', 'notifications', paths.profileNotifications),
  topic('app', 'links'),
]

/** Whether it is about something that who has these services can do. */
export function isTopicFor({ pages }: Topic, granted: readonly ServiceId[]): boolean {
  const services = pages.map(serviceOfPage)
  return services.length === 0 || services.some((one) => one === null || granted.includes(one))
}

/** The topic that an address names; null for none that there is. */
export function topicFrom(params: URLSearchParams): Topic | null {
  return topics.find(({ id }) => id === params.get('topic')) ?? null
}

/** Help, open at what is said of a topic. */
export function topicPath(id: TopicId): string {
  return `${paths.help}?topic=${id}`
}

/** Where F1 leads to from the page at `path`: to what is said of it, where something is. */
export function helpPathFrom(path: string): string {
  const found = topics
    .flatMap(({ id, pages }) => pages.map((page) => ({ id, page })))
    .filter(({ page }) => (page === paths.services ? path === page : isWithin(page, path)))
    .toSorted((one, other) => other.page.length - one.page.length)[0]
  return found === undefined ? paths.help : topicPath(found.id)
}
