import { PACKAGES } from './converters.js';
import { tryConverters } from './try.js';

tryConverters('packages', {
  installed: { ...PACKAGES, 'none: the HTML itself': (html) => html },
  absent: [],
});
