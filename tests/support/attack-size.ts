/** How long an attack goes on, and with what: a run that failed can be repeated, a longer one be had. */
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
 * What an attack's chance begins with: the same at each run, so that whoever changes something is told of
 * that alone, unless `ATTACK_SEED` names another. It is printed, to be named again.
 */
export function attackSeed(): number {
  const seed = attackSize('ATTACK_SEED', 20_261_129)
  console.log(`ATTACK_SEED=${seed}`)
  return seed
}
