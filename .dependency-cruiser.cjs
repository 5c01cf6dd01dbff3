/** Who may import whom: one rule for each row of the table in the README. A rule names a room and everything that it may not reach. */

const MODEL = '^worker/([^/]+/model|kernel)/';
/** A feature's routes, and the shapes of parameters that they validate with. */
const FEATURE_ROUTES = '^worker/[^/]+/[a-z-]*(?:routes|parameters)\\.ts$';
/** Use cases: the files of a feature beside its model and its routes. */
const FEATURES = '^worker/(?!(kernel|http|tasks|local|board|mail|files|container)/)[^/]+/';
const USE_CASE = { path: `${FEATURES}(?!model/)`, pathNot: FEATURE_ROUTES };
/** Sessions live by Lucia, and nothing else knows it. */
const LUCIA = '^worker/accounts/session-life\\.ts$';
const OURS = '^(worker|db|search|site|tests)/';
const THEIRS = 'node_modules';
const BUILT_IN = ['core'];

/** Everything of ours and everything installed, but `allowed`. */
function nothingBut(...allowed) {
  return { path: `${OURS}|${THEIRS}`, pathNot: allowed.join('|') };
}

const package_ = (...names) => `node_modules/(${names.join('|')})(/|$)`;

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(cloudflare|astro|virtual):|^@astrojs/cloudflare/handler$' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^tests/' } },
    {
      name: 'models-are-pure',
      comment:
        'kernel and models know zod, each other, and pure libraries: one reads Markdown, one knows the stems of words, one names browsers, one makes the codes of apps, one draws the picture that they read, one knows the public suffixes, one compares texts',
      severity: 'error',
      from: { path: MODEL },
      to: nothingBut(MODEL, package_('zod', 'micromark', 'micromark-.*', '@orama/stemmers', 'bowser', '@oslojs/.*', 'qr', 'tldts', 'diff')),
    },
    { name: 'models-use-no-platform', severity: 'error', from: { path: MODEL }, to: { dependencyTypes: BUILT_IN } },
    {
      name: 'use-cases-know-no-framework',
      severity: 'error',
      from: USE_CASE,
      to: nothingBut(MODEL, FEATURES, '^(db|search)/', '^worker/files/', package_('zod', 'lucia')),
    },
    {
      name: 'one-file-knows-lucia',
      comment: 'the life of a session is decided in one place',
      severity: 'error',
      from: { pathNot: LUCIA },
      to: { path: package_('lucia') },
    },
    {
      name: 'use-cases-know-stores-as-types',
      severity: 'error',
      from: USE_CASE,
      to: { path: '^(db|search|worker/files)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^worker/(?!(?:kernel|http|tasks|local|board|mail|files|container)/)([^/]+)/' },
      to: { path: FEATURES, pathNot: ['^worker/$1/', MODEL] },
    },
    {
      name: 'routes-know-hono-and-their-feature',
      severity: 'error',
      from: { path: [FEATURE_ROUTES, '^worker/http/', '^worker/app\\.ts$'] },
      to: nothingBut(
        MODEL,
        FEATURES,
        FEATURE_ROUTES,
        '^worker/(http/|app\\.ts|env\\.ts|config\\.ts|container\\.ts)',
        package_('hono', '@hono/.*', 'zod'),
      ),
    },
    {
      name: 'db-knows-drizzle-and-models',
      severity: 'error',
      from: { path: '^db/(?!(local|import|gazetteer|seed)(/|-))' },
      to: nothingBut('^db/', MODEL, package_('drizzle-orm', '@libsql/.*', 'libsql', 'zod')),
    },
    {
      name: 'search-knows-its-engines-and-models',
      severity: 'error',
      from: { path: '^search/' },
      to: nothingBut('^(db|search)/', MODEL, package_('drizzle-orm', '@libsql/.*', 'meilisearch', '@orama/stemmers', 'zod')),
    },
    {
      name: 'site-knows-astro-preact-and-models',
      severity: 'error',
      from: { path: '^site/', pathNot: '^site/fonts/' },
      to: nothingBut(
        '^site/',
        MODEL,
        '^worker/app\\.ts$',
        package_('astro', '@astrojs/.*', 'preact', 'zod', '@fontsource/.*', '@zxcvbn-ts/.*'),
      ),
    },
    {
      name: 'site-knows-the-api-as-a-type',
      severity: 'error',
      from: { path: '^site/' },
      to: { path: '^worker/app\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'islands-carry-no-parser',
      comment: 'an island takes types and constants from a model: anything that brings zod along would be sent to every visitor',
      severity: 'error',
      from: { path: '^site/islands/' },
      to: { path: package_('zod'), reachable: true },
    },
    {
      name: 'only-the-entry-and-the-in-process-client-know-the-platform',
      severity: 'error',
      from: { pathNot: ['^worker/index\\.ts$', '^site/api/in-process\\.ts$'] },
      to: { path: '^cloudflare:' },
    },
    {
      name: 'only-the-launcher-runs-the-launcher',
      severity: 'error',
      from: { pathNot: '^(worker/local|tests)/' },
      to: { path: '^worker/local/' },
    },
    {
      name: 'only-the-container-wires',
      severity: 'error',
      from: { path: '^worker/', pathNot: ['^worker/(container|index)\\.ts$', '^worker/(local|tasks|container)/'] },
      to: { path: '^(db|search)/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    exclude: { path: '^(dist|[.]astro|[.]wrangler|[.]data)/' },
  },
};
