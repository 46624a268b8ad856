/** From the start of the process to what is kept of home, without the portal, beside an empty window. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadTexts } from '../../tests/e2e/support/texts.ts'
import { prepareComputer, showsHome, signInOnce } from './app-bench.ts'
import type { Figure } from './report.ts'
import { median, medianRatio } from './statistics.ts'

/** As little as an app on Electron can be: a window with a page of its own scheme. */
const emptyApp = `
import { mkdirSync } from 'node:fs'
import { app, BrowserWindow, protocol, session } from 'electron'
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true } },
])
const folder = process.env.SERVICES_ONLINE_PROFILE + '-empty'
mkdirSync(folder, { recursive: true })
app.setPath('userData', folder)
void app.whenReady().then(open)
async function open() {
  session.defaultSession.setSpellCheckerLanguages([])
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.on('will-download', (event) => event.preventDefault())
  const page = '<!doctype html><title>Empty</title><main>Empty</main>'
  const headers = { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" }
  session.defaultSession.protocol.handle('app', () => new Response(page, { headers }))
  const window = new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true } })
  await window.loadURL('app://services-online/')
}
`

function writeEmptyApp(stack: AsyncDisposableStack): string {
  const folder = mkdtempSync(join(tmpdir(), 'services-online-empty-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  mkdirSync(join(folder, 'out', 'main'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'out', 'main', 'index.js'), emptyApp)
  return folder
}

/**
 * Starts both in turn, as one who stayed signed in and whose portal is stopped.
 * @param runs how often each is started
 */
export async function benchColdOpen(runs: number): Promise<Figure> {
  await using stack = new AsyncDisposableStack()
  const say = await loadTexts('fr')
  const empty = writeEmptyApp(stack)
  const portal = new AsyncDisposableStack()
  stack.use(portal)
  const computer = await prepareComputer(stack, portal)
  await signInOnce(computer, say)
  await portal.disposeAsync()
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    const bareStart = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- one start after the other
    const window = await computer.launch(empty)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await window.page.getByText('Empty').waitFor()
    bare.push(performance.now() - bareStart)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await window.close()
    const start = performance.now()
    // oxlint-disable-next-line no-await-in-loop -- as above
    const app = await computer.launch()
    // oxlint-disable-next-line no-await-in-loop -- as above
    await showsHome(app, say)
    ours.push(performance.now() - start)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await app.close()
  }
  return {
    name: 'start to the kept home page, portal stopped',
    value: `${median(ours).toFixed(0)} ms`,
    against: `an empty window ${median(bare).toFixed(0)} ms`,
    measure: medianRatio(ours, bare),
    unit: '×',
    goal: { limit: 1.3, direction: 'at most' },
  }
}
