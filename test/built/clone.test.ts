import { describe } from 'vitest';
import { COMMAND } from '../helpers/built.js';
import { runGoldens } from './goldens.js';

describe('the built command of a clone', () => runGoldens(COMMAND));
