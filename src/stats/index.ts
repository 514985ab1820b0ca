export type { BarStyle } from './bar.js';
export type { StatsLook, StatsRole } from './look.js';
export type { Spread } from './numbers.js';
export type { OrganizationCount } from './organizations.js';
export { renderStats } from './render.js';
export { type MeasuredField, type Stats, stats } from './stats.js';
