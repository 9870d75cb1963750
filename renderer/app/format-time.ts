function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A moment as the hour and minute of this machine's clock: 14:02. */
export function formatClock(atMs: number): string {
  const at = new Date(atMs);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A moment for lists: 今天 14:02, 昨天 09:30, 9月3日 14:02, 2025年9月3日. */
export function formatMoment(atMs: number, nowMs: number): string {
  const at = new Date(atMs);
  const now = new Date(nowMs);
  const dayOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((dayOf(now) - dayOf(at)) / 86_400_000);
  if (days === 0) return `今天 ${formatClock(atMs)}`;
  if (days === 1) return `昨天 ${formatClock(atMs)}`;
  const day = `${at.getMonth() + 1}月${at.getDate()}日`;
  return at.getFullYear() === now.getFullYear() ? `${day} ${formatClock(atMs)}` : `${at.getFullYear()}年${day}`;
}
