import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { copiedIn, innerTextIn, printedIn } from './browser.js';
import type { Converter } from './converters.js';
import { inPython, pythonWith } from './python.js';

const isInstalled = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};

const piped =
  (program: string, ...options: string[]): Converter =>
  (html) =>
    new Promise((resolve, reject) => {
      const child = spawn(program, options, { stdio: ['pipe', 'pipe', 'ignore'] });
      const out: Buffer[] = [];
      child.stdout.on('data', (piece: Buffer) => out.push(piece));
      child.on('error', reject);
      // A program that was given a file does not wait for its input.
      child.stdin.on('error', () => undefined);
      child.on('close', () => resolve(Buffer.concat(out).toString()));
      child.stdin.end(html);
    });

/** What the program would have known if it had fetched the page itself. */
const withBase = (html: string): string =>
  html.replace(/<head>/, '<head><base href="https://huggingface.co/papers">');

const lynx = (...options: string[]): Converter =>
  piped(
    'lynx',
    '-stdin',
    '-force_html',
    '-assume_charset=utf-8',
    '-display_charset=utf-8',
    '-dump',
    ...options,
  );

const pandoc = (to: string, ...options: string[]): Converter =>
  piped('pandoc', '-f', 'html', '-t', to, ...options);

/** For programs that want a file. */
const filed =
  (program: string, ...options: string[]): Converter =>
  async (html) => {
    const folder = mkdtempSync(join(tmpdir(), 'papers-matrix-'));
    const page = join(folder, 'page.html');
    writeFileSync(page, html);
    const text = await piped(program, ...options, page)('');
    rmSync(folder, { recursive: true });
    return text;
  };

const elinks = (...options: string[]): Converter =>
  filed('elinks', '-dump', '-dump-charset', 'utf-8', ...options);
const links = (...options: string[]): Converter =>
  filed('links', '-dump', '-codepage', 'utf-8', '-html-assume-codepage', 'utf-8', ...options);

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PATHS = (process.env.PATH ?? '').split(delimiter);
const browser = BROWSERS.find(isInstalled) ?? 'chromium';
/** Playwright wants the file. */
const browserFile = PATHS.map((folder) => join(folder, browser)).find((file) => existsSync(file)) ?? browser;

const PROGRAMS: Readonly<Record<string, Readonly<Record<string, Converter>>>> = {
  lynx: {
    'lynx -dump': (html) => lynx('-width=120')(withBase(html)),
    'lynx -dump of a file': lynx('-width=80'),
    'lynx -dump -nolist': lynx('-nolist', '-width=1000'),
  },
  w3m: {
    'w3m -dump': piped('w3m', '-dump', '-T', 'text/html', '-I', 'utf-8', '-O', 'utf-8', '-cols', '80'),
    'w3m -dump, wide': piped('w3m', '-dump', '-T', 'text/html', '-I', 'utf-8', '-O', 'utf-8', '-cols', '999'),
  },
  elinks: {
    'elinks -dump': (html) => elinks()(withBase(html)),
    'elinks -dump, wide, without links': elinks('-no-references', '-no-numbering', '-dump-width', '500'),
  },
  links: {
    'links -dump': links(),
    'links -dump, wide': links('-width', '512'),
  },
  pandoc: {
    'pandoc -t plain': pandoc('plain'),
    'pandoc -t plain, unwrapped': pandoc('plain', '--wrap=none'),
    'pandoc -t markdown': pandoc('markdown'),
    'pandoc -t markdown, links below': pandoc('markdown', '--reference-links'),
    'pandoc -t gfm': pandoc('gfm'),
    'pandoc -t gfm, unwrapped': pandoc('gfm', '--wrap=none'),
    'pandoc -t mediawiki': pandoc('mediawiki'),
  },
};

/** Modules of Python, and the forms of `converters.py` that use them. */
const PYTHON: Readonly<Record<string, readonly string[]>> = {
  bs4: [
    'get_text',
    ...['get_text, newline', 'get_text, newline, strip', 'get_text, space', 'get_text, space, strip'],
    'get_text, cards',
  ],
  html2text: [
    ...['html2text', 'html2text, unwrapped', 'html2text, wrapped at 80', 'html2text, without links'],
    ...['html2text, without links, unwrapped', 'html2text, links protected', 'html2text, links below'],
  ],
};

type Group = 'programs' | 'browser' | 'python';

interface Wanted {
  group: Group;
  program: string;
  converters: Readonly<Record<string, Converter>>;
  isThere: boolean;
}

const wanted: readonly Wanted[] = [
  ...Object.entries(PROGRAMS).map(
    ([program, converters]): Wanted => ({
      group: 'programs',
      program,
      converters,
      isThere: isInstalled(program),
    }),
  ),
  {
    group: 'browser',
    program: browser,
    converters: {
      'Chromium copy and paste': copiedIn(browserFile),
      'Chromium innerText': innerTextIn(browserFile),
    },
    isThere: isInstalled(browser),
  },
  {
    group: 'browser',
    program: `${browser} with pdftotext`,
    converters: {
      'Chromium PDF, pdftotext': printedIn(browserFile),
      'Chromium PDF, pdftotext -layout': printedIn(browserFile, '-layout'),
    },
    isThere: isInstalled(browser) && isInstalled('pdftotext'),
  },
  ...Object.entries(PYTHON).map(([module, forms]): Wanted => {
    const python = pythonWith(module);
    return {
      group: 'python',
      program: `${module} for Python`,
      converters: Object.fromEntries(forms.map((form) => [form, inPython(python ?? 'python3', form)])),
      isThere: python !== undefined,
    };
  }),
];

/** Those of a machine that can be run, and those that cannot, with the program that is missing. */
export interface Converters {
  installed: Readonly<Record<string, Converter>>;
  absent: readonly { name: string; program: string }[];
}

const ofGroup = (group: Group): Converters => {
  const some = wanted.filter((one) => one.group === group);
  return {
    installed: Object.assign(
      {},
      ...some.filter(({ isThere }) => isThere).map(({ converters }) => converters),
    ),
    absent: some
      .filter(({ isThere }) => !isThere)
      .flatMap(({ program, converters }) => Object.keys(converters).map((name) => ({ name, program }))),
  };
};

/** What turns a page into text and does not come with `npm ci`. */
export const OF_MACHINE: Readonly<Record<Group, Converters>> = {
  programs: ofGroup('programs'),
  browser: ofGroup('browser'),
  python: ofGroup('python'),
};
