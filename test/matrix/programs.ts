import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Converter } from './converters.js';

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

/** Asks the browser to show, as its page, the text that it would copy. */
const innerText = (program: string): Converter => {
  const script = `<script>addEventListener('load', () => {
    const text = document.body.innerText;
    document.documentElement.innerHTML = '<body>' + btoa(unescape(encodeURIComponent(text))) + '</body>';
  })</script>`;
  return async (html) => {
    const folder = mkdtempSync(join(tmpdir(), 'papers-matrix-'));
    const page = join(folder, 'page.html');
    writeFileSync(page, html.replace('</head>', `${script}</head>`));
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      `--user-data-dir=${folder}`,
      '--dump-dom',
    ];
    const shown = /<body>\s*([\w+/=]*)/.exec(await piped(program, ...options, `file://${page}`)(''));
    rmSync(folder, { recursive: true, force: true });
    return Buffer.from(shown?.[1] ?? '', 'base64').toString();
  };
};

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const browser = BROWSERS.find(isInstalled) ?? 'chromium';

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
  pandoc: {
    'pandoc -t plain': piped('pandoc', '-f', 'html', '-t', 'plain'),
    'pandoc -t markdown': piped('pandoc', '-f', 'html', '-t', 'markdown'),
    'pandoc -t gfm': piped('pandoc', '-f', 'html', '-t', 'gfm'),
  },
  [browser]: { 'Chromium innerText': innerText(browser) },
};

const installed = Object.keys(PROGRAMS).filter(isInstalled);

/** Programs of the machine: those that are there. */
export const INSTALLED: Readonly<Record<string, Converter>> = Object.assign(
  {},
  ...installed.map((program) => PROGRAMS[program]),
);

/** What could not be run, and why. */
export const ABSENT: readonly { name: string; program: string }[] = Object.entries(PROGRAMS)
  .filter(([program]) => !installed.includes(program))
  .flatMap(([program, converters]) => Object.keys(converters).map((name) => ({ name, program })));
