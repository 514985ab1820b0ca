import { afterAll } from 'vitest';
import { INSTALLED } from './programs.js';
import { closePython } from './python.js';
import { tryConverters } from './try.js';

tryConverters('Python', INSTALLED.python);
afterAll(closePython);
