import type { Context } from './context.js';
import { safeText } from './safe-text.js';

/** What the run itself has to say on stderr, in contrast to what the data gives rise to. */
export const complain = ({ stderr, paintErr }: Pick<Context, 'stderr' | 'paintErr'>, text: string): void =>
  stderr.write(`${paintErr('error', 'papers:')} ${text.split('\n').map(safeText).join('\n')}\n`);
