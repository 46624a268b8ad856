/** `npm run portal -- …`: the reference portal's own command line, with the arguments as given. */
import { portalCommand, portalEnvironment } from './lib/portal-process.ts'
import { runInTerminal } from './lib/processes.ts'

process.on('SIGINT', () => {
  // The terminal sent it to the portal too, which ends in order; this one waits for it.
})
process.exitCode = await runInTerminal(
  process.execPath,
  [...portalCommand, ...process.argv.slice(2)],
  {
    env: portalEnvironment,
  },
)
