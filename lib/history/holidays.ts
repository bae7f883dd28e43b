const DAY_MS = 86_400_000;

/** A country's public holidays: the same date each year, or so many days after Easter Sunday. */
interface HolidayCalendar {
  /** MM-DD. */
  fixed: readonly string[];
  afterEaster: readonly number[];
}

/**
 * Holidays of whole countries, by law: Code du travail L3133-1 (France), Lov om 1. og 17. mai and
 * Lov om helligdager (Norway), Loi du 4 janvier 1974 (Belgium).
 */
const FRANCE: HolidayCalendar = {
  fixed: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  afterEaster: [1, 39, 50],
};
const NORWAY: HolidayCalendar = {
  fixed: ['01-01', '05-01', '05-17', '12-25', '12-26'],
  afterEaster: [-3, -2, 1, 39, 50],
};
const BELGIUM: HolidayCalendar = {
  fixed: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
  afterEaster: [1, 39, 50],
};

/** A feed names no country; its zone does, where the zone is one country's. */
const CALENDARS: Readonly<Record<string, HolidayCalendar>> = {
  'Europe/Paris': FRANCE,
  'Europe/Oslo': NORWAY,
  'Europe/Brussels': BELGIUM,
};

/**
 * Whether a date is a public holiday where a zone's clock runs; false where the holidays of the
 * country are not known here.
 *
 * @param localDate YYYY-MM-DD
 * @param timeZone IANA zone
 */
export function isHoliday(localDate: string, timeZone: string): boolean {
  const calendar = CALENDARS[timeZone];
  if (!calendar) return false;
  if (calendar.fixed.includes(localDate.slice(5))) return true;
  const easterMs = easterSundayMs(Number(localDate.slice(0, 4)));
  return calendar.afterEaster.includes((Date.parse(`${localDate}T00:00Z`) - easterMs) / DAY_MS);
}

/** Midnight UTC of Easter Sunday (anonymous Gregorian algorithm, Meeus 1991, chapter 8). */
function easterSundayMs(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}
