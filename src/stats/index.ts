export { type MeasuredField, type OrganizationCount, type Spread, type Stats, stats } from './count.js';
export { type BarStyle, renderStats, type StatsLook, type StatsRole } from './render.js';
