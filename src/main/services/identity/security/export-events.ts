/** Writes all of one's security events to a file that the person chooses. */
import { basename } from 'node:path'
import { assertNever } from '../../../../shared/assert-never.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import type { Language } from '../../../../shared/languages.ts'
import type { SecurityEvent } from '../../../../shared/contract/identity/security-events.ts'
import { writeChosenFile, type AskWhereToSave } from '../../../platform/files/chosen-file.ts'
import { listSeparatorOf, type ListSeparator } from '../../../../shared/rules/csv-format.ts'
import { storageFailure } from '../../../platform/files/write-file.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import type { SessionService } from '../../../session/session-service.ts'
import { eventsFileTexts } from './events-texts.ts'

type Format = ParsedInput<'security.exportEvents'>['format']

export type ExportEvents = (
  input: ParsedInput<'security.exportEvents'>,
) => Promise<Result<RouteOutput<'security.exportEvents'>>>

/** As many as the portal gives at once. */
const pageSize = 200
/** More than any account has in its life: a list that goes on is one that never ends. */
const mostPages = 500

/** The handler of `security.exportEvents`: asks where to, reads all pages, writes the file. */
export function createExportEvents(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly language: () => Language
  readonly askWhereToSave: AskWhereToSave
  /** Of the system's region, whatever the app's language: spreadsheets go by it. */
  readonly systemLocale: () => string
}): ExportEvents {
  const { client, session, language, askWhereToSave, systemLocale } = options

  async function allEvents(): Promise<Result<SecurityEvent[]>> {
    const events: SecurityEvent[] = []
    let cursor: string | null = null
    for (let pages = 0; pages < mostPages; pages += 1) {
      const query: { limit: number; cursor?: string } =
        cursor === null ? { limit: pageSize } : { limit: pageSize, cursor }
      // oxlint-disable-next-line no-await-in-loop -- each page names the next
      const page = await session.authorized((token) =>
        client.call('securityEvents', { token, query }),
      )
      if (!page.ok) return page
      events.push(...page.data.items)
      cursor = page.data.nextCursor
      if (cursor === null) return success(events)
    }
    return failure({ code: 'portal_answer_invalid' })
  }

  return async function exportEvents({ format }) {
    const texts = eventsFileTexts[language()]
    const day = new Date(client.now()).toISOString().slice(0, 10)
    const path = await askWhereToSave({
      fileName: `${texts.name}-${day}.${format}`,
      kind: texts[format],
      extension: format,
    })
    if (path === null) return success({ kind: 'cancelled' })
    const events = await allEvents()
    if (!events.ok) return events
    try {
      const separator = listSeparatorOf(systemLocale())
      await writeChosenFile(path, await contentOf(format, events.data, language(), separator))
    } catch (error) {
      return failure(storageFailure(error))
    }
    return success({ kind: 'saved', fileName: basename(path) })
  }
}

async function contentOf(
  format: Format,
  events: readonly SecurityEvent[],
  language: Language,
  separator: ListSeparator,
): Promise<string> {
  switch (format) {
    case 'csv': {
      // Loaded when it is needed: the words of six languages are most of what it takes.
      const { eventsCsv } = await import('./events-csv.ts')
      return eventsCsv(events, language, separator)
    }
    case 'json':
      return `${JSON.stringify(events, null, 2)}\n`
    default:
      return assertNever(format)
  }
}
