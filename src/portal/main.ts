/** The reference portal's command line. */
import { availableParallelism } from 'node:os'

// As many threads as hash at once, as each keeps the 19 MiB of its last Argon2id. It is read when
// the first thread starts, so it is set before anything else loads.
process.env['UV_THREADPOOL_SIZE'] ??= String(Math.max(2, availableParallelism()))

const { createProgram } = await import('./admin/program.ts')
await createProgram().parseAsync()
