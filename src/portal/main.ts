/** The reference portal's command line. */
import { createProgram } from './admin/program.ts'

await createProgram().parseAsync()
