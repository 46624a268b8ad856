/**
 * Queries built and compiled once. Building one costs Kysely several times what SQLite takes to
 * answer it, so what every request asks is prepared at start.
 */
import type { Compilable } from 'kysely'
import type { Db } from './open.ts'

type Values<Name extends string> = Readonly<Record<Name, string>>

/**
 * Prepares the query that `build` makes. It is handed a stand-in for each of `names` and must use
 * it as a value only; each run then puts the real value in its place.
 */
export function prepare<Name extends string, Row>(
  db: Db,
  names: readonly Name[],
  build: (values: Values<Name>) => Compilable<Row>,
): (values: Values<Name>) => Promise<Row[]> {
  const standIns = new Map(names.map((name) => [`\0${name}`, name]))
  const compiled = build(standInValues(names)).compile()
  const parameters = compiled.parameters.map((parameter) => {
    const name = typeof parameter === 'string' ? standIns.get(parameter) : undefined
    return { name, parameter }
  })
  return async (values) => {
    const { rows } = await db.executeQuery<Row>({
      ...compiled,
      parameters: parameters.map(({ name, parameter }) =>
        name === undefined ? parameter : values[name],
      ),
    })
    return rows
  }
}

function standInValues<Name extends string>(names: readonly Name[]): Values<Name>
function standInValues(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `\0${name}`]))
}
