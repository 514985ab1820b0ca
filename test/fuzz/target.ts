import type { ParseOptions } from '../../src/options.js';
import { type Random, seeded } from '../helpers/random.js';
import { hasOneRoleALine, hasValidRecords, isSameInPieces, readWhole } from '../properties/promises.js';
import { runsAsCommand } from './command.js';
import { selectsAndCompares } from './selecting.js';
import { writesAsAsked, writesEverything } from './writing.js';

const FORMATS: readonly NonNullable<ParseOptions['inputFormat']>[] = ['text', 'html', 'json'];
const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252', 'shift_jis', 'gb18030', 'iso-2022-jp'];

/** How an input is read follows from its bytes, so that what was found is found again. */
const randomFor = (data: Uint8Array): Random => {
  let hash = 0x811c9dc5;
  for (const byte of data) hash = Math.imul(hash ^ byte, 0x01000193);
  return seeded(hash);
};

const readingFor = (random: Random): ParseOptions => ({
  ...(random.below(2) === 0 ? { inputFormat: random.pick(FORMATS) } : {}),
  ...(random.below(12) === 0 ? { encoding: random.pick(ENCODINGS) } : {}),
  ...(random.below(3) === 0 ? { asOf: '2026-10-02' } : {}),
});

/** Tries everything on one input; throws where a promise is not kept. */
export const tryInput = async (data: Uint8Array): Promise<void> => {
  const random = randomFor(data);
  const options = readingFor(random);
  const whole = await readWhole(data, options);
  hasOneRoleALine(whole, data);
  hasValidRecords(whole);
  const places = Array.from({ length: 1 + random.below(8) }, () => random.below(data.length + 1));
  await isSameInPieces(whole, data, places, options);
  if (random.below(8) === 0) await runsAsCommand(data, random);
  if (whole.papers.length === 0 && random.below(16) !== 0) return;
  await writesEverything(whole.papers);
  await writesAsAsked(whole.papers, random);
  await selectsAndCompares(whole.papers, random);
};
