/** The command palette's part in main: it looks through what is kept here, and never asks the portal for more. */
import { Mutex } from 'async-mutex'
import {
  mostPaletteItems,
  mostRecent,
  recentChoicesSchema,
  type PaletteChoice,
  type PaletteFound,
  type PaletteItem,
  type PaletteKind,
  type paletteRoutes,
} from '../../../shared/contract/palette/routes.ts'
import { success, type Result } from '../../../shared/contract/result.ts'
import type { ServiceId } from '../../../shared/services.ts'
import type { HandlersOf } from '../../ipc/router.ts'
import { forUser, grantedServices } from '../../session/session-owner.ts'
import type { SessionService } from '../../session/session-service.ts'
import type { Documents } from '../../store/documents.ts'

/** A kind of thing that is kept and can be found; each service that keeps one brings its own. */
export type PaletteSource = {
  readonly kind: PaletteKind
  /** Who has none of these services is found none of it. */
  readonly services: readonly ServiceId[]
  /** The first `most` that answer `q`, as the list of them searches; in a client's view, of its own. */
  readonly find: (
    q: string,
    most: number,
    client?: string,
  ) => Promise<Result<Omit<PaletteFound, 'kind'>>>
  /** As it is kept now; null where it is not. */
  readonly named: (id: string) => Promise<PaletteItem | null>
}

/**
 * The palette of who is signed in; `unauthenticated` where nobody is.
 * @param options.sources in the order in which their groups are shown
 */
export function createPaletteHandlers(options: {
  readonly session: Pick<SessionService, 'view'>
  readonly documents: Documents
  readonly sources: readonly PaletteSource[]
}): HandlersOf<keyof typeof paletteRoutes> {
  const { session, documents, sources } = options
  /** Two choices at once are both remembered. */
  const mutex = new Mutex()

  const grantedSources = () => {
    const granted = grantedServices(session.view())
    return sources.filter(({ services }) => services.some((one) => granted.includes(one)))
  }
  const chosenBy = async (owner: string) =>
    (await documents.read('palette-choices', owner, recentChoicesSchema)) ?? []

  async function shown(choice: PaletteChoice) {
    if (choice.kind === 'entry') return choice
    const source = grantedSources().find(({ kind }) => kind === choice.kind)
    return (await source?.named(choice.id)) ?? null
  }

  return {
    'palette.find': ({ q, client }) =>
      forUser(session, async () => {
        const typed = q.trim()
        if (typed === '') return success({ found: [] })
        const answers = await Promise.all(
          grantedSources().map(async ({ kind, find }) => ({
            kind,
            result: await find(typed, mostPaletteItems, client),
          })),
        )
        // What cannot be looked through just now is no obstacle for the rest.
        const found = answers.flatMap(({ kind, result }) =>
          result.ok ? [{ kind, ...result.data }] : [],
        )
        return success({ found })
      }),
    'palette.recent': () =>
      forUser(session, async (owner) => {
        const choices = await Promise.all((await chosenBy(owner)).map(shown))
        return success({ choices: choices.filter((one) => one !== null) })
      }),
    'palette.noteChoice': ({ choice }) =>
      forUser(session, (owner) =>
        mutex.runExclusive(async () => {
          const others = (await chosenBy(owner)).filter(
            ({ kind, id }) => kind !== choice.kind || id !== choice.id,
          )
          await documents.write('palette-choices', owner, [choice, ...others].slice(0, mostRecent))
          return success({})
        }),
      ),
  }
}
