import { afterAll } from 'vitest';
import { OF_MACHINE } from './programs.js';
import { closePython } from './python.js';
import { tryConverters } from './try.js';

tryConverters('Python', OF_MACHINE.python);
afterAll(closePython);
