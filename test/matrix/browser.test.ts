import { afterAll } from 'vitest';
import { closeBrowser } from './browser.js';
import { OF_MACHINE } from './programs.js';
import { tryConverters } from './try.js';

tryConverters('a browser', OF_MACHINE.browser);
afterAll(closeBrowser);
