import { expect, test } from 'vitest'
import { electronFindings, type ElectronRule } from '../../scripts/lib/electron-rules.ts'

/** A file with every safeguard that is looked for. */
const careful = {
  file: 'src/main/careful.ts',
  text: `
    contents.on('will-navigate', deny)
    contents.on('will-attach-webview', deny)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    session.setPermissionRequestHandler(deny)
    session.setPermissionCheckHandler(() => false)
    const headers = { 'content-security-policy': "default-src 'none'" }
    new BrowserWindow({
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        disableBlinkFeatures: 'Auxclick',
      },
    })
    fetch('https://portal.example.com')
    connect('http://127.0.0.1:4180')
    type Window = { readonly sandbox: boolean }
  `,
}

const rulesIn = (text: string, file = 'src/renderer/some.tsx') =>
  electronFindings([careful, { file, text }]).map(({ rule }) => rule)

test('finds nothing where nothing is', () => {
  expect(electronFindings([careful])).toEqual([])
})

const found: readonly (readonly [ElectronRule, string])[] = [
  ['AFFINITY_JS_CHECK', "const preferences = { affinity: 'one' }"],
  ['ALLOWPOPUPS_HTML_CHECK', 'const view = <div allowpopups />'],
  ['BLINK_FEATURES_JS_CHECK', "const preferences = { enableBlinkFeatures: 'ExecCommand' }"],
  ['CERTIFICATE_ERROR_EVENT_JS_CHECK', "app.on('certificate-error', accept)"],
  ['CERTIFICATE_VERIFY_PROC_JS_CHECK', 'session.setCertificateVerifyProc(accept)'],
  ['CONTEXT_ISOLATION_JS_CHECK', 'const preferences = { contextIsolation: false }'],
  ['CONTEXT_ISOLATION_JS_CHECK', "preferences['contextIsolation'] = isolated"],
  ['CSP_GLOBAL_CHECK', `const policy = "script-src 'self' 'unsafe-inline'"`],
  ['CSP_GLOBAL_CHECK', 'const policy = `${own}; script-src cdn.example.com *`'],
  ['CUSTOM_ARGUMENTS_JS_CHECK', "app.commandLine.appendSwitch('no-sandbox')"],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', "contents.executeJavaScript('1')"],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'eval(code)'],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', "const run = new Function('a', code)"],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'const text = <p dangerouslySetInnerHTML={{ __html: text }} />'],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'element.innerHTML = text'],
  ['EXPERIMENTAL_FEATURES_JS_CHECK', 'const preferences = { experimentalFeatures: true }'],
  ['HTTP_RESOURCES_JS_CHECK', "window.loadURL('http://portal.example.com/')"],
  ['INSECURE_CONTENT_JS_CHECK', 'const preferences = { allowRunningInsecureContent: true }'],
  ['NODE_INTEGRATION_JS_CHECK', 'const preferences = { nodeIntegration: true }'],
  ['NODE_INTEGRATION_JS_CHECK', 'const preferences = { nodeIntegrationInWorker: !false }'],
  ['OPEN_EXTERNAL_JS_CHECK', 'void shell.openExternal(address)'],
  ['PRELOAD_JS_CHECK', "const preferences = { preload: 'file.js' }"],
  ['PROTOCOL_HANDLER_JS_CHECK', "app.setAsDefaultProtocolClient('some')"],
  ['REMOTE_MODULE_JS_CHECK', "import { app } from '@electron/remote'"],
  ['SANDBOX_JS_CHECK', 'const preferences = { sandbox: false }'],
  ['SECURITY_WARNINGS_DISABLED_JS_CHECK', "env['ELECTRON_DISABLE_SECURITY_WARNINGS'] = '1'"],
  ['WEBVIEW_JS_CHECK', 'const preferences = { webviewTag: true }'],
  ['WEBVIEW_JS_CHECK', 'const view = <webview src={address} />'],
  ['WEB_SECURITY_JS_CHECK', 'const preferences = { webSecurity: false }'],
]

test.each(found)('%s: %s', (rule, text) => {
  expect(rulesIn(text)).toEqual([rule])
})

test.each([
  ['WEBVIEW_JS_CHECK', '<webview src="a.html"></webview>'],
  ['HTTP_RESOURCES_JS_CHECK', '<script src="http://cdn.example.com/a.js"></script>'],
  ['CSP_GLOBAL_CHECK', `<meta content="script-src 'unsafe-eval'">`],
])('%s, in a page: %s', (rule, text) => {
  expect(rulesIn(text, 'src/renderer/index.html')).toContain(rule)
})

test('a window says what it is made with, and does not leave it to Electron’s version', () => {
  expect(rulesIn('new BrowserWindow({ width: 800 })')).toEqual([
    'CONTEXT_ISOLATION_JS_CHECK',
    'NODE_INTEGRATION_JS_CHECK',
    'SANDBOX_JS_CHECK',
    'AUXCLICK_JS_CHECK',
  ])
})

test.each([
  ['LIMIT_NAVIGATION_GLOBAL_CHECK', 'will-navigate'],
  ['LIMIT_NAVIGATION_GLOBAL_CHECK', 'will-attach-webview'],
  ['LIMIT_NAVIGATION_GLOBAL_CHECK', 'setWindowOpenHandler'],
  ['PERMISSION_REQUEST_HANDLER_GLOBAL_CHECK', 'setPermissionRequestHandler'],
  ['PERMISSION_REQUEST_HANDLER_GLOBAL_CHECK', 'setPermissionCheckHandler'],
  ['CSP_GLOBAL_CHECK', 'content-security-policy'],
])('%s: misses %s', (rule, name) => {
  const without = { ...careful, text: careful.text.replaceAll(name, 'other') }
  expect(electronFindings([without])).toEqual([{ rule, file: '', line: 0, name }])
})
