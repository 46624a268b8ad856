/** Links into the app, from wherever people follow them, and out of it to what the system opens. */
import type { EventPayload } from '../../shared/contract/routes.ts'
import { serviceOfPage } from '../../shared/pages.ts'
import type { Log } from '../platform/log/log.ts'
import type { Notices } from '../platform/notices.ts'
import type { Settings } from '../platform/settings/settings.ts'
import { deepLinkIn, parseDeepLink } from './deep-link.ts'

export type Links = {
  /** Does what a deep link asks for. */
  readonly follow: (url: string) => void
  /** The command line of this start: it may hold a deep link. */
  readonly started: (args: readonly string[]) => void
  /** The command line of another start, which leaves the work to this one. */
  readonly startedAgain: (args: readonly string[]) => void
  /** The address that a deep link asked for, while no page has followed it. */
  readonly requested: () => string | null
  /** A page has gone where a deep link asked it to. */
  readonly onFollowed: (address: string) => void
  /** Opens an address outside the app. Where the system opens nothing for it, the person sees what to copy. */
  readonly open: (url: string) => Promise<void>
}

/** @param options.tell passes the event to the open window */
export function createLinks(options: {
  readonly settings: Settings
  readonly notices: Notices
  readonly log: Log
  readonly openExternal: (url: string) => Promise<void>
  readonly tell: (name: 'page.requested', payload: EventPayload<'page.requested'>) => void
}): Links {
  const { settings, notices, log, tell } = options
  /** What a deep link asked for: a link that starts the app is there before the page to follow it. */
  let requested: string | null = null

  function follow(url: string): void {
    const address = parseDeepLink(url)
    if (address === null) return notices.raise({ code: 'deep_link_invalid' })
    const service = serviceOfPage(address)
    if (service !== null) void settings.update({ service })
    requested = address
    tell('page.requested', { address, service })
  }

  function started(args: readonly string[]): void {
    const url = deepLinkIn(args)
    if (url !== null) follow(url)
  }

  return {
    follow,
    started,
    startedAgain(args) {
      if (deepLinkIn(args) === null) notices.raise({ code: 'already_running' })
      started(args)
    },
    requested: () => requested,
    onFollowed(address) {
      // Another link may have asked for another page meanwhile.
      if (requested === address) requested = null
    },
    async open(url) {
      try {
        await options.openExternal(url)
      } catch (error) {
        log.failed('link not opened', error)
        notices.raise({
          code: 'link_not_opened',
          params: { target: url.replace(/^mailto:|^tel:/, '') },
        })
      }
    },
  }
}
