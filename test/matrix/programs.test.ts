import { describe, expect, it } from 'vitest';
import { PACKAGES } from './converters.js';
import { FORMS } from './losses.js';
import { ABSENT, INSTALLED } from './programs.js';
import { tryConverters } from './try.js';

tryConverters('programs', INSTALLED.programs);

describe('the programs of this machine', () => {
  it.each(ABSENT)('$name: not run, because $program is not installed', ({ name }) => {
    expect(Object.keys(FORMS)).toContain(name);
  });

  it('are all among those of which losses.ts says what they destroy, and no other is', () => {
    const installed = Object.values(INSTALLED).flatMap((converters) => Object.keys(converters));
    const names = [...Object.keys(PACKAGES), ...installed, ...ABSENT.map(({ name }) => name)];
    expect(Object.keys(FORMS).sort()).toEqual(
      [...names, 'Firefox copy and paste', 'none: the HTML itself'].sort(),
    );
  });
});
