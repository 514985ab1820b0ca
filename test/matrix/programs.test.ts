import { describe, expect, it } from 'vitest';
import { PACKAGES } from './converters.js';
import { FORMS } from './losses.js';
import { OF_MACHINE } from './programs.js';
import { tryConverters } from './try.js';

tryConverters('programs', OF_MACHINE.programs);

describe('the programs of this machine', () => {
  it('are all among those of which losses.ts says what they destroy, and no other is', () => {
    const ofMachine = Object.values(OF_MACHINE).flatMap(({ installed, absent }) => [
      ...Object.keys(installed),
      ...absent.map(({ name }) => name),
    ]);
    const names = [...Object.keys(PACKAGES), ...ofMachine];
    expect(Object.keys(FORMS).sort()).toEqual(
      [...names, 'Firefox copy and paste', 'none: the HTML itself'].sort(),
    );
  });
});
