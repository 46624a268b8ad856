/**
 * What Electronegativity looks for, under its names, in sources that its own parser cannot read:
 * settings, calls and tags by which a page gets further than it should, and safeguards that are missing.
 */
import { parseSync, Visitor, type ESTree } from 'vite'

/** Members of options and attributes of tags, and the only value with which they say nothing. */
const settings = [
  ['AFFINITY_JS_CHECK', 'affinity', null],
  ['ALLOWPOPUPS_HTML_CHECK', 'allowpopups', null],
  ['BLINK_FEATURES_JS_CHECK', 'enableBlinkFeatures', null],
  ['CONTEXT_ISOLATION_JS_CHECK', 'contextIsolation', true],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'dangerouslySetInnerHTML', null],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'srcDoc', null],
  ['EXPERIMENTAL_FEATURES_JS_CHECK', 'experimentalFeatures', false],
  ['EXPERIMENTAL_FEATURES_JS_CHECK', 'experimentalCanvasFeatures', false],
  ['INSECURE_CONTENT_JS_CHECK', 'allowRunningInsecureContent', false],
  ['NODE_INTEGRATION_JS_CHECK', 'nodeIntegration', false],
  ['NODE_INTEGRATION_JS_CHECK', 'nodeIntegrationInWorker', false],
  ['NODE_INTEGRATION_JS_CHECK', 'nodeIntegrationInSubFrames', false],
  ['PRELOAD_JS_CHECK', 'preload', null],
  ['REMOTE_MODULE_JS_CHECK', 'enableRemoteModule', false],
  ['SANDBOX_JS_CHECK', 'sandbox', true],
  ['WEB_SECURITY_JS_CHECK', 'webSecurity', true],
  ['WEBVIEW_JS_CHECK', 'webviewTag', false],
] as const

/** What a window is made with: where it is absent, the safeguard depends on Electron's version. */
const needed = ['contextIsolation', 'nodeIntegration', 'sandbox'] as const

/** Calls that are looked at one by one, whatever they are given. */
const calls = [
  ['CERTIFICATE_VERIFY_PROC_JS_CHECK', 'setCertificateVerifyProc'],
  ['CUSTOM_ARGUMENTS_JS_CHECK', 'appendArgument'],
  ['CUSTOM_ARGUMENTS_JS_CHECK', 'appendSwitch'],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'eval'],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'executeJavaScript'],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'executeJavaScriptInIsolatedWorld'],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'Function'],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'insertAdjacentHTML'],
  ['DANGEROUS_FUNCTIONS_JS_CHECK', 'insertCSS'],
  ['OPEN_EXTERNAL_JS_CHECK', 'openExternal'],
  ['OPEN_EXTERNAL_JS_CHECK', 'openPath'],
  ['PROTOCOL_HANDLER_JS_CHECK', 'registerSchemesAsPrivileged'],
  ['PROTOCOL_HANDLER_JS_CHECK', 'setAsDefaultProtocolClient'],
] as const

/** What texts in code say: events that are listened to, places, policies. */
const texts = [
  ['CERTIFICATE_ERROR_EVENT_JS_CHECK', /^certificate-error$/],
  [
    'CSP_GLOBAL_CHECK',
    /'unsafe-(?:inline|eval)'|(?:script|default)-src [^;]*(?:\*|https?:)(?=[\s;'"]|$)/,
  ],
  ['HTTP_RESOURCES_JS_CHECK', /^http:\/\/(?!(?:127\.0\.0\.1|localhost)(?:[:/]|$))[\w.]/],
  ['REMOTE_MODULE_JS_CHECK', /^@electron\/remote/],
  ['SECURITY_WARNINGS_DISABLED_JS_CHECK', /^ELECTRON_DISABLE_SECURITY_WARNINGS$/],
] as const

/** What must be somewhere in the sources: a method that is called, an event, a header. */
const safeguards = [
  ['CSP_GLOBAL_CHECK', 'content-security-policy'],
  ['LIMIT_NAVIGATION_GLOBAL_CHECK', 'setWindowOpenHandler'],
  ['LIMIT_NAVIGATION_GLOBAL_CHECK', 'will-attach-webview'],
  ['LIMIT_NAVIGATION_GLOBAL_CHECK', 'will-navigate'],
  ['PERMISSION_REQUEST_HANDLER_GLOBAL_CHECK', 'setPermissionCheckHandler'],
  ['PERMISSION_REQUEST_HANDLER_GLOBAL_CHECK', 'setPermissionRequestHandler'],
] as const

export type ElectronRule =
  | (typeof settings)[number][0]
  | (typeof calls)[number][0]
  | (typeof texts)[number][0]
  | (typeof safeguards)[number][0]
  | 'AUXCLICK_JS_CHECK'

export type ElectronFinding = {
  readonly rule: ElectronRule
  /** Empty for what is missing everywhere. */
  readonly file: string
  /** Where in the file; 0 for what is missing. */
  readonly line: number
  /** The name that was found, or that is missing. */
  readonly name: string
}

export type Source = { readonly file: string; readonly text: string }

/** Every finding in `sources`: modules, and pages in HTML. */
export function electronFindings(sources: readonly Source[]): readonly ElectronFinding[] {
  const found = sources.flatMap((source) =>
    source.file.endsWith('.html') ? findInPage(source) : findInModule(source),
  )
  const missing = safeguards
    .filter(([, name]) => !sources.some(({ text }) => text.includes(name)))
    .map(([rule, name]) => ({ rule, file: '', line: 0, name }))
  return [...found, ...missing]
}

function findInPage({ file, text }: Source): ElectronFinding[] {
  const tags = [
    ['ALLOWPOPUPS_HTML_CHECK', /\ballowpopups\b/gi],
    ['HTTP_RESOURCES_JS_CHECK', /\b(?:src|href|action)\s*=\s*['"]?http:/gi],
    ['NODE_INTEGRATION_JS_CHECK', /\bnodeintegration\b/gi],
    ['WEB_SECURITY_JS_CHECK', /\bdisablewebsecurity\b/gi],
    ['WEBVIEW_JS_CHECK', /<webview\b/gi],
    ['CSP_GLOBAL_CHECK', /'unsafe-(?:inline|eval)'/gi],
  ] as const
  return tags.flatMap(([rule, form]) =>
    Array.from(text.matchAll(form), ({ 0: name, index }) => ({
      rule,
      file,
      line: lineAt(text, index),
      name,
    })),
  )
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length

function findInModule({ file, text }: Source): ElectronFinding[] {
  const found: ElectronFinding[] = []
  const note = (rule: ElectronRule, { start }: ESTree.Span, name: string): void => {
    found.push({ rule, file, line: lineAt(text, start), name })
  }
  const noteSetting = (node: ESTree.Span, name: string | null, value: unknown): void => {
    for (const [rule, setting, harmless] of settings) {
      if (setting.toLowerCase() !== name?.toLowerCase()) continue
      if (harmless === null || value !== harmless) note(rule, node, setting)
    }
  }
  const noteText = (node: ESTree.Span, said: string): void => {
    for (const [rule, form] of texts) if (form.test(said)) note(rule, node, said)
  }
  new Visitor({
    Property: (node) => {
      noteSetting(node, nameOf(node.key), literalOf(node.value))
    },
    JSXAttribute: (node) => {
      if (node.name.type === 'JSXIdentifier') noteSetting(node, node.name.name, undefined)
    },
    JSXOpeningElement: (node) => {
      if (node.name.type === 'JSXIdentifier' && node.name.name === 'webview') {
        note('WEBVIEW_JS_CHECK', node, 'webview')
      }
    },
    AssignmentExpression: ({ left, right }) => {
      if (left.type !== 'MemberExpression') return
      const name = nameOf(left.property)
      if (name === 'innerHTML' || name === 'outerHTML') {
        note('DANGEROUS_FUNCTIONS_JS_CHECK', left, name)
      }
      noteSetting(left, name, literalOf(right))
    },
    Literal: (node) => {
      if (typeof node.value === 'string') noteText(node, node.value)
    },
    TemplateElement: (node) => noteText(node, node.value.cooked ?? ''),
    CallExpression: (node) => {
      for (const [rule, name] of calls) if (calledName(node.callee) === name) note(rule, node, name)
    },
    NewExpression: (node) => {
      const made = calledName(node.callee)
      if (made === 'Function') note('DANGEROUS_FUNCTIONS_JS_CHECK', node, made)
      if (!/^(?:BrowserWindow|BrowserView|WebContentsView)$/.test(made ?? '')) return
      const options = text.slice(node.start, node.end)
      for (const name of needed) {
        if (new RegExp(`\\b${name}:`).test(options)) continue
        const [rule] = settings.find(([, setting]) => setting === name) ?? ['SANDBOX_JS_CHECK']
        note(rule, node, name)
      }
      if (!/disableBlinkFeatures:[^,}]*Auxclick/.test(options)) {
        note('AUXCLICK_JS_CHECK', node, 'disableBlinkFeatures')
      }
    },
  }).visit(parseSync(file, text).program)
  return found
}

/** How a member or a function is called; null where only running it tells. */
function nameOf(node: ESTree.Node): string | null {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

const calledName = (callee: ESTree.Node): string | null =>
  callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee)

const literalOf = (node: ESTree.Node): unknown => (node.type === 'Literal' ? node.value : undefined)
