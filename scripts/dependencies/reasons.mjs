// Why each package that package.json names is there, and what it stands in the place of. A star at the end stands for several.

/** @type {Record<string, { why: string, replaces: string, old?: string }>} `old` says why one is kept that has long had no release or may have had none */
export const reasons = {
  '@codemirror/*': {
    why: 'the editor: text of any size, decorations, commands that are functions of a state',
    replaces: 'a contenteditable of our own; Monaco, which is a code editor of many times its size',
  },
  '@cspell/dict-*': {
    why: 'words for the check of spelling, packed as tries, with the licences of those who gathered them',
    replaces: 'Chromium’s dictionaries, which are fetched',
    old: 'words change slowly, and cspell’s makers keep them',
  },
  '@fontsource/*': {
    why: 'the faces that briefs are set in, as files of the app',
    replaces: 'fonts of the machine, by which a brief would be set differently on each',
  },
  '@lezer/*': {
    why: 'the editor’s Markdown parser, which keeps offsets: references are found by it everywhere',
    replaces: 'a second parser of our own',
  },
  '@mozilla/readability': {
    why: 'says where the article of a page is',
    replaces: 'rules of our own for each paper',
    old: 'Mozilla’s own, of which Firefox has a copy',
  },
  '@noble/*': {
    why: 'XChaCha20-Poly1305 and Argon2id, audited and without native parts',
    replaces: 'node:crypto, which has neither',
  },
  '@preact/signals': { why: 'the state of the window', replaces: 'a store with actions and reducers' },
  '@tanstack/virtual-core': {
    why: 'long lists, of which only what is in sight is drawn',
    replaces: 'measuring and recycling rows by hand',
  },
  'approx-string-match': {
    why: 'finds words that changed a little, as candidates for a lost anchor',
    replaces: 'a search by edit distance of our own',
    old: 'one algorithm, finished; Hypothesis uses it in its client',
  },
  'cspell-trie-lib': {
    why: 'reads the packed dictionaries and suggests',
    replaces: 'nspell, which takes 310 MB for French; Hunspell as WebAssembly',
  },
  'd3-scale': { why: 'axes of charts: ticks and round ends', replaces: 'a chart library that needs a DOM' },
  'd3-shape': { why: 'lines and areas of charts as paths of SVG', replaces: 'the same' },
  'd3-time-format': { why: 'labels of time axes', replaces: 'the same' },
  diff: { why: 'two texts word by word', replaces: 'an algorithm of our own' },
  docx: { why: 'writes Word documents', replaces: 'the XML of Word by hand' },
  dompurify: {
    why: 'the last wall before the one place where HTML enters the window',
    replaces: 'a sanitizer of our own, which nobody should write',
  },
  edtf: { why: 'parses and checks dates of EDTF', replaces: 'a grammar of our own' },
  hyphen: { why: 'patterns of hyphenation', replaces: 'Chromium’s, which an embedded one does not have' },
  linkedom: {
    why: 'a DOM in Node for pages that are taken in',
    replaces: 'jsdom, ten times its size and time',
  },
  lowdb: {
    why: 'a record is one lowdb file; the card names it',
    replaces: 'reading and writing JSON each in its own way',
    old: 'two methods, finished',
  },
  'lru-cache': { why: 'what is held in memory stays bounded', replaces: 'a Map that only grows' },
  mammoth: { why: 'Word documents to plain HTML', replaces: 'reading the XML of Word' },
  marked: { why: 'Markdown to HTML', replaces: 'markdown-it, remark: the card names it' },
  'node-diff3': { why: 'merges two changes of one text', replaces: 'last writer wins' },
  'node-sqlite3-wasm': {
    why: 'a full-text index where Node’s own SQLite has none',
    replaces: 'a native add-on to compile',
  },
  papaparse: { why: 'tables of CSV, however they are quoted', replaces: 'splitting at commas' },
  'pdf-lib': {
    why: 'tags, metadata and attached files of what Chromium printed',
    replaces: 'a second layout; writing PDF objects by hand',
    old: 'nothing else in plain JavaScript changes a PDF as deeply, and its makers have long been silent; of PDFs of others it sees only those that are opened as a brief, in the process for reading files, which is ended when it stands still',
  },
  'pdfjs-dist': {
    why: 'reads PDF: of sources, of our own prints, pages of the preview',
    replaces: 'poppler, which is no JavaScript',
  },
  'postal-mime': { why: 'e-mail to its parts', replaces: 'mailparser, which is for servers' },
  preact: { why: 'draws the window', replaces: 'React, ten times its size' },
  'string-width': {
    why: 'columns of tables in text line up, East Asian too',
    replaces: 'counting characters',
  },
  'temporal-polyfill': {
    why: 'calendars in Node; the window has Chromium’s own Temporal',
    replaces: 'Date, luxon',
  },
  turndown: {
    why: 'the inline elements of a line as Markdown',
    replaces: 'a writer of all of Markdown’s escapes',
  },
  yaml: { why: 'front matter of templates and exports', replaces: 'a parser of a little YAML' },
  yauzl: {
    why: 'reads ZIP, and refuses paths out of the folder',
    replaces: 'unzipping whole files in memory',
  },
  yazl: {
    why: 'writes the ZIP of a Word document, the same bytes each time',
    replaces: 'a writer of our own',
    old: 'a format that stands still',
  },
  zod: {
    why: 'what comes over the door and from the disk has the shape that its type says',
    replaces: 'casts',
  },

  '@biomejs/biome': { why: 'lint and format', replaces: 'ESLint with Prettier' },
  '@electron/asar': {
    why: 'tests read the packed app, and the stand-in unpacks it',
    replaces: 'reading its header by hand',
  },
  '@microsoft/recognizers-text-suite': {
    why: '`npm run eval`: a peer',
    replaces: 'a table without peers',
    old: 'it is what others use',
  },
  '@myriaddreamin/typst-ts-node-compiler': {
    why: '`npm run bench`: a peer on paper',
    replaces: 'a table without peers',
  },
  '@playwright/test': { why: 'end-to-end tests; the card names it', replaces: 'Spectron, WebDriver' },
  '@preact/preset-vite': { why: 'JSX of Preact in the build', replaces: 'its settings by hand' },
  '@types/*': {
    why: 'types of packages that bring none',
    replaces: 'any',
    old: 'of an interface that stands still',
  },
  'axe-core': { why: 'each screen is held against WCAG', replaces: 'looking alone' },
  'chrono-node': { why: '`npm run eval`: a peer', replaces: 'a table without peers' },
  compromise: { why: '`npm run eval`: a peer', replaces: 'a table without peers' },
  'compromise-dates': { why: '`npm run eval`: a peer', replaces: 'a table without peers' },
  electron: { why: 'the app runs on it', replaces: 'a browser and a server' },
  'electron-builder': { why: 'the packages of three systems; the card names it', replaces: 'Electron Forge' },
  'electron-vite': {
    why: 'main, preload and window in one build; the card names it',
    replaces: 'three builds',
  },
  'fast-check': { why: 'property tests', replaces: 'examples alone' },
  knip: { why: 'finds dead code and packages that nothing uses', replaces: 'looking' },
  minisearch: {
    why: '`npm run bench`: a peer of the search',
    replaces: 'a table without peers',
    old: 'it is what others use',
  },
  node: {
    why: 'the Node that Electron carries, for every script and test',
    replaces: 'whichever the machine has',
  },
  pagedjs: {
    why: '`npm run bench`: a peer on paper',
    replaces: 'a table without peers',
    old: 'it is what others use',
  },
  playwright: { why: 'drives Chromium in scripts and unit tests', replaces: 'puppeteer' },
  postcss: { why: 'the type of the plugin that leaves out fonts in old formats', replaces: 'any' },
  typescript: { why: 'types', replaces: 'none' },
  vite: {
    why: 'builds what runs in a page of the printer; electron-vite stands on it',
    replaces: 'esbuild by hand',
  },
  vitest: { why: 'unit tests', replaces: 'jest' },
}

/** The reason of a package, by its name or by the star that stands for it. @param {string} name */
export function reasonOf(name) {
  const starred = Object.entries(reasons).find(
    ([key]) => key.endsWith('*') && name.startsWith(key.slice(0, -1)),
  )
  return reasons[name] ?? starred?.[1]
}
