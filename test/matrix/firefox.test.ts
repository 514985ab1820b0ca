import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryKept } from './try.js';

/** Pages and cards as Firefox 153 copied them, each with its papers: what drives it here is not among the packages. */
const kept = JSON.parse(readFileSync(join(import.meta.dirname, 'firefox.json'), 'utf8'));

tryKept('Firefox copy and paste', kept);
