import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Converter } from './converters.js';

/** The hub's typeface: that of the machine would break the lines of a print elsewhere. */
const TYPEFACES = ['latin', 'latin-ext', 'greek'].map((script) => {
  const url = import.meta.resolve(`@fontsource/source-sans-3/files/source-sans-3-${script}-400-normal.woff2`);
  return { script, bytes: readFileSync(fileURLToPath(url)).toString('base64') };
});

/** The part of the hub's style sheet that decides what a browser shows, copies and prints. */
const STYLE = `
  ${TYPEFACES.map(({ script, bytes }) => `@font-face { font-family: ${script}; src: url(data:font/woff2;base64,${bytes}) }`).join('\n  ')}
  body { margin: 0; font: 14px/1.5 ${TYPEFACES.map(({ script }) => script).join(', ')}, sans-serif }
  h1, h2, h3, p, ul { margin: 0; padding: 0; font-size: inherit; list-style: none }
  svg { width: 1em; height: 1em }
  li img, a > img { width: 12px; height: 12px }
  .grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px }
  .flex { display: flex; gap: 6px }
  .column { flex-direction: column; width: 48px; height: 56px; align-items: center; justify-content: center }
  .inline-flex { display: inline-flex; gap: 6px }
  .thumbnail { display: block; height: 40px; overflow: hidden }
  .select-none { user-select: none }
  .narrow { display: none }
  input { display: none }
  article { break-inside: avoid }
  @media print { .grid { grid-template-columns: minmax(0, 1fr) } }`;

/** As root it needs no sandbox; the others keep it from looking for its maker. */
const OPTIONS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
/** All pictures are there, and are this one: a missing one shows its words. */
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const furnished = (html: string): string =>
  html
    .replaceAll(/(<img[^>]* src=)"[^"]*"/g, `$1"${PICTURE}"`)
    .replace('</head>', `<style>${STYLE}</style></head>`);

interface Window {
  browser: Browser;
  page: Page;
  /** Where what was copied is pasted. */
  editor: Page;
}

const open = async (program: string): Promise<Window> => {
  const browser = await chromium.launch({ executablePath: program, args: OPTIONS });
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  const editor = await context.newPage();
  await editor.setContent('<textarea></textarea>');
  return { browser, page, editor };
};

let opening: Promise<Window> | undefined;
/** To be called when nothing is to be looked at any more. */
export const closeBrowser = async (): Promise<void> => (await opening)?.browser.close();

let turn: Promise<unknown> = Promise.resolve();
/** One window for all pages, one page at a time: they share the clipboard. */
const inBrowser = <Seen>(program: string, see: (page: Page, editor: Page) => Promise<Seen>) => {
  return (html: string): Promise<Seen> => {
    const seen = turn.then(async () => {
      opening ??= open(program);
      const { page, editor } = await opening;
      await page.setContent(furnished(html));
      await page.evaluate('document.fonts.ready.then(() => null)');
      return see(page, editor);
    });
    turn = seen.catch(() => undefined);
    return seen;
  };
};

/** What Ctrl+A, Ctrl+C bring into a text file: also the words of pictures, not what cannot be selected. */
const copied = async (page: Page, editor: Page): Promise<string> => {
  await page.bringToFront();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await editor.bringToFront();
  await editor.fill('textarea', '');
  await editor.keyboard.press('Control+V');
  return editor.inputValue('textarea');
};

/** Each page is printed once, in however many ways its text is taken out. */
const prints = new Map<string, Promise<Uint8Array>>();

export const copiedIn = (program: string): Converter => inBrowser(program, copied);
export const innerTextIn = (program: string): Converter =>
  inBrowser(program, (page) => page.evaluate('document.body.innerText') as Promise<string>);
export const printedIn = (program: string, ...options: string[]): Converter => {
  const print = inBrowser(program, (page) => page.pdf({ format: 'A4' }));
  return async (html) => {
    const printed = prints.get(html) ?? print(html);
    prints.set(html, printed);
    return execFileSync('pdftotext', [...options, '-', '-'], { input: await printed, encoding: 'utf8' });
  };
};
