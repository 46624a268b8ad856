/**
 * The walls of the house (`docs/architecture.md`): which folder may import from which, as allow-lists.
 * What is not allowed here is refused, and no file or folder may depend on itself through another.
 */

/** Files of `from` may import from each of `to`, folders and packages. */
const may = (from, ...to) => ({
  from: { path: `^${from}/` },
  to: { path: to.map((one) => `^${one}(/|$)`) },
})
const npm = (...names) => names.map((name) => `node_modules/${name}`)

const shared = 'src/shared'
/** Plain lists and helpers, which know nothing of anything. */
const plain = `${shared}/[^/]+\\.ts`

const sharedWalls = [
  // The pages are beneath the services’ homes.
  { from: { path: `^${shared}/pages\\.ts$` }, to: { path: `^${shared}/services\\.ts$` } },
  may(`${shared}/rules`, `${shared}/rules`, plain, ...npm('punycode\\.js')),
  may(`${shared}/contract`, `${shared}/contract`, plain, `${shared}/rules`, ...npm('zod')),
  // Rules of a domain that several parts keep.
  {
    from: { path: `^${shared}/(identity|servnet|credit|tables)/` },
    to: { path: [`^${shared}/($1|rules|contract)/`, `^${plain}`] },
  },
  // And how each language writes numbers.
  may(
    `${shared}/credit`,
    `${shared}/i18n/locale\\.ts`,
    ...npm('big\\.js', '@types/big\\.js', 'stdnum'),
  ),
  may(`${shared}/tables`, `${shared}/i18n/locale\\.ts`, ...npm('big\\.js', '@types/big\\.js')),
  may(`${shared}/i18n`, `${shared}/i18n`, plain, `${shared}/contract`),
]

const main = 'src/main'
const mainWalls = [
  may(
    `${main}/platform`,
    `${main}/platform`,
    shared,
    'resources',
    ...npm('zod', 'pino', 'async-mutex', 'p-timeout'),
  ),
  // The one place that knows how the operating system keeps secrets.
  may(`${main}/platform/secrets`, ...npm('@napi-rs/keyring')),
  may(
    `${main}/store`,
    `${main}/store`,
    `${main}/platform`,
    shared,
    ...npm('zod', 'async-mutex', 'kysely', 'p-timeout', 'better-sqlite3-multiple-ciphers'),
  ),
  may(
    `${main}/portal-client`,
    `${main}/portal-client`,
    `${main}/(platform|store)`,
    shared,
    ...npm('zod', 'p-retry'),
  ),
  may(
    `${main}/session`,
    `${main}/session`,
    `${main}/(platform|store|portal-client)`,
    shared,
    ...npm('zod', 'async-mutex', 'p-timeout'),
  ),
  // What waits to be sent knows how to send it; what is read has it laid over.
  may(
    `${main}/outbox`,
    `${main}/outbox`,
    `${main}/(platform|store|portal-client|session)`,
    shared,
    ...npm('zod', 'async-mutex', 'kysely'),
  ),
  may(
    `${main}/resources`,
    `${main}/resources`,
    `${main}/(platform|store|portal-client|session|outbox)`,
    shared,
    ...npm('zod', 'async-mutex', 'kysely'),
  ),
  may(
    `${main}/lock`,
    `${main}/lock`,
    `${main}/(platform|store|portal-client|session)`,
    shared,
    ...npm('zod', 'async-mutex', 'p-timeout'),
  ),
  may(
    `${main}/updates`,
    `${main}/updates`,
    `${main}/platform`,
    shared,
    ...npm('zod', 'builder-util-runtime', 'electron-updater', 'js-yaml', 'semver'),
  ),
  may(`${main}/tables`, `${main}/tables`, shared, ...npm('csv-parse', 'fflate', 'hucre')),
  may(`${main}/ipc`, `${main}/ipc`, `${main}/platform`, shared, ...npm('zod')),
  // A service knows what is below it, never another service.
  {
    from: { path: `^${main}/services/([^/]+)/` },
    to: {
      path: `^${main}/(services/$1|platform|store|portal-client|session|outbox|resources|lock|tables|ipc)/`,
    },
  },
  // The portfolio is what all of them show.
  may(`${main}/services/(servnet|insights|collectnet|partners)`, `${main}/services/credit`),
  // Documents are files in the same way, whichever service has them.
  may(`${main}/services/(collectnet|partners)`, `${main}/services/documents`),
  {
    from: { path: `^${main}/services/` },
    to: {
      path: [
        `^${shared}/`,
        ...npm(
          'zod',
          'async-mutex',
          'big\\.js',
          '@types/big\\.js',
          'csv-stringify',
          'hucre',
          'kysely',
        ).map((one) => `^${one}/`),
      ],
    },
  },
  may(`${main}/app`, main, shared, ...npm('electron', 'zod', 'async-mutex', 'p-timeout')),
  { from: { path: `^${main}/` }, to: { dependencyTypes: ['core'] } },
]

const preloadWalls = [may('src/preload', shared, ...npm('electron'))]

const renderer = 'src/renderer'
const rendererPackages = npm(
  '@base-ui/react',
  '@fontsource-variable/hanken-grotesk',
  '@hookform/resolvers',
  '@tanstack/react-query',
  '@types/d3-[^/]+',
  '@zxcvbn-ts/[^/]+',
  'd3-scale',
  'd3-shape',
  'i18next',
  'iso-3166',
  'react',
  'react-dom',
  'react-hook-form',
  'react-i18next',
  'wouter',
  'zod',
)
const rendererWalls = [
  // Knows no data: what it shows is handed to it.
  may(
    `${renderer}/ui`,
    `${renderer}/ui`,
    shared,
    ...npm('@base-ui/react', '@fontsource-variable/hanken-grotesk', 'react', 'react-i18next'),
  ),
  may(`${renderer}/ui/charts`, ...npm('d3-scale', 'd3-shape', '@types/d3-[^/]+')),
  may(`${renderer}/common`, `${renderer}/common`, `${renderer}/ui`, shared, ...rendererPackages),
  // A feature never knows another one.
  {
    from: { path: `^${renderer}/features/([^/]+)/` },
    to: { path: [`^${renderer}/(features/$1|common|ui)/`, `^${shared}/`] },
  },
  may(`${renderer}/features`, ...rendererPackages),
  may(`${renderer}/app`, renderer, shared, ...rendererPackages),
]

const portal = 'src/portal'
const portalWalls = [
  may(`${portal}/platform`, `${portal}/platform`, shared),
  may(`${portal}/identity`, `${portal}/identity`, `${portal}/platform`, shared),
  // A service knows the platform and who calls, never another service.
  {
    from: { path: `^${portal}/(?!server|admin|demo|operations)([^/]+)/` },
    to: {
      path: [
        `^${portal}/($1|platform)/`,
        `^${portal}/identity/(access|accounts|sessions)/`,
        `^${portal}/identity/handler\\.ts$`,
        `^${shared}/`,
      ],
    },
  },
  // Buyers, limits and figures are what services show of one ledger.
  may(`${portal}/(servnet|insights|collectnet|partners)`, `${portal}/credit`),
  may(`${portal}/(server|admin|demo|operations)`, portal, shared),
  { from: { path: `^${portal}/[^/]+$` }, to: { path: [`^${portal}/`, `^${shared}/`] } },
  may(
    portal,
    ...npm(
      '@fastify/[^/]+',
      '@node-rs/argon2',
      '@types/pg',
      '@zxcvbn-ts/language-common',
      'async-mutex',
      'big\\.js',
      'close-with-grace',
      'commander',
      'csv-parse',
      'csv-stringify',
      'fastify',
      'fflate',
      'helmet',
      'hucre',
      'i18next',
      'ipaddr\\.js',
      'kysely',
      'nodemailer',
      'p-limit',
      'p-retry',
      'p-timeout',
      'pg',
      'prom-client',
      'zod',
      'zod-openapi',
    ),
  ),
  { from: { path: `^${portal}/` }, to: { dependencyTypes: ['core'] } },
]

export default {
  allowed: [...sharedWalls, ...mainWalls, ...preloadWalls, ...rendererWalls, ...portalWalls],
  allowedSeverity: 'error',
  forbidden: [
    { name: 'no-circle-of-files', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-circle-of-folders',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
