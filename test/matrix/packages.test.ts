import { PACKAGES } from './converters.js';
import { tryConverters } from './try.js';

tryConverters('packages', { ...PACKAGES, 'none: the HTML itself': (html) => html });
