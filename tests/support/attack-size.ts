/** How long an attack goes on, and with what: a run that failed can be repeated, a longer one be had. */
import { randomInt } from 'node:crypto'

/**
 * How often to try, as the environment has it under `name`.
 * @param usual in continuous integration
 * @throws where the environment has no number there
 */
export function attackSize(name: string, usual: number): number {
  const given = process.env[name]
  if (given === undefined) return usual
  const size = Number(given)
  if (!Number.isSafeInteger(size) || size < 1) throw new Error(`${name} is no number: ${given}`)
  return size
}

/**
 * What an attack's chance begins with: another at each run, unless `ATTACK_SEED` repeats one. It is
 * printed, because what fails is otherwise never seen again.
 */
export function attackSeed(): number {
  const seed = attackSize('ATTACK_SEED', randomInt(1, 2 ** 31))
  console.log(`ATTACK_SEED=${seed}`)
  return seed
}
