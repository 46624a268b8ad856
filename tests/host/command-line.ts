/** `app.commandLine`: Chromium's switches, as far as they stand before `--`. */
import type { CommandLine } from 'electron'

const end = process.argv.indexOf('--')
const switches = new Map(
  process.argv
    .slice(2, end === -1 ? undefined : end)
    .filter((argument) => argument.startsWith('-') && argument.length > 1)
    .map((argument) => {
      const [name = '', ...value] = argument.replace(/^--?/u, '').split('=')
      return [name, value.join('=')] as const
    }),
)

export const commandLine: Pick<CommandLine, 'hasSwitch' | 'removeSwitch' | 'getSwitchValue'> = {
  hasSwitch: (name) => switches.has(name),
  getSwitchValue: (name) => switches.get(name) ?? '',
  removeSwitch: (name) => {
    switches.delete(name)
  },
}
