const TIMESTAMP =
  /^([12]\d{3})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)? ?(?:Z|([+-])(\d\d):?(\d\d))?)?$/i;

/** The UTC day, `YYYY-MM-DD`, of an ISO timestamp; without an offset it is UTC. `null` if it is on no calendar. */
export const utcDay = (text: string): string | null => {
  const parts = TIMESTAMP.exec(text.trim());
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts
    .slice(1, 6)
    .map((part) => Number(part ?? 0));
  const written = new Date(Date.UTC(year, month - 1, day));
  if (written.getUTCMonth() !== month - 1 || written.getUTCDate() !== day || hour > 24 || minute > 59)
    return null;
  const offset = Number(`${parts[7] ?? '+'}1`) * (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0));
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute - offset));
  return moment.toISOString().slice(0, 10);
};
