import { afterAll } from 'vitest';
import { closeBrowser } from './browser.js';
import { INSTALLED } from './programs.js';
import { tryConverters } from './try.js';

tryConverters('a browser', INSTALLED.browser);
afterAll(closeBrowser);
