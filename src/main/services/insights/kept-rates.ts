/** Rates of currencies as they are kept: those that the dashboard's answers came with, and no others. */
import { dashboardSchema } from '../../../shared/contract/credit/dashboard.ts'
import type { Rates } from '../../../shared/credit/convert.ts'
import { addDays } from '../../../shared/credit/days.ts'
import type { Resources } from '../../resources/resources.ts'
import { parseJson } from '../../store/schema.ts'
import { dashboardResource } from './insights-resources.ts'

/** As of a day; null where no rate of the week before it is kept. */
type KeptRates = { readonly rates: Rates; readonly ratesOf: string | null }

/** The longest that a rate holds for days without one. */
const longestDays = 7

/** Of who is signed in, as of a day: of each currency the last one on or before it, at most seven days old. */
export function createKeptRates(
  resources: Pick<Resources, 'inStore'>,
): (day: string) => Promise<KeptRates> {
  return (day) => readKeptRates(resources, day)
}

async function readKeptRates(
  { inStore }: Pick<Resources, 'inStore'>,
  day: string,
): Promise<KeptRates> {
  const kept = await inStore((db) =>
    db
      .selectFrom('answers')
      .select('data')
      .where('resource', '=', dashboardResource.name)
      .execute(),
  )
  const latest = new Map<string, { readonly rate: string; readonly date: string }>()
  for (const { data } of kept.ok ? kept.data : []) {
    const dashboard = dashboardSchema.safeParse(parseJson(data))
    for (const { currency, rate, date } of dashboard.data?.rates ?? []) {
      if (rate === null || date === null || date > day) continue
      if (date < addDays(day, -longestDays)) continue
      if (date > (latest.get(currency)?.date ?? '')) latest.set(currency, { rate, date })
    }
  }
  const dates = [...latest.values()].map(({ date }) => date).toSorted()
  return {
    rates: new Map([...latest].map(([currency, { rate }]) => [currency, rate])),
    ratesOf: dates.at(-1) ?? null,
  }
}
