import { localTimeOf } from '@/lib/units/localTime';
import { type DayWindow, isWithinWindow } from './dayWindow';

/** What is known of a person when it is asked whether to tell them something. */
export interface DigestSituation {
  /** At most one digest, and one message, in so many minutes. */
  digestEveryMin: number;
  /** By the city's clock; null: none. */
  quietHours: DayWindow | null;
  timezone: string;
  /** Whether anything happened that is in no digest yet. */
  hasNews: boolean;
  lastDigestAt: Date | null;
  /** Whether a digest has not left the app yet. */
  hasHeldBack: boolean;
  lastSentOutAt: Date | null;
}

export interface DigestPlan {
  /** Put the news into the inbox, as one digest. */
  makeDigest: boolean;
  /** Send out everything that has not left the app yet, as one message. */
  sendOut: boolean;
}

/**
 * The first news goes at once; what follows is gathered, so that there is never more than one
 * digest in a window. In quiet hours the inbox goes on and the rest waits; when they end, all of it
 * leaves as one message.
 */
export function planDigest(situation: DigestSituation, nowAt: Date): DigestPlan {
  const { digestEveryMin, quietHours, timezone } = situation;
  const isOver = (at: Date | null) =>
    at === null || nowAt.getTime() - at.getTime() >= digestEveryMin * 60_000;
  const makeDigest = situation.hasNews && isOver(situation.lastDigestAt);
  const isQuiet = quietHours !== null && isWithinWindow(quietHours, localTimeOf(nowAt, timezone));
  const sendOut =
    !isQuiet && (makeDigest || situation.hasHeldBack) && isOver(situation.lastSentOutAt);
  return { makeDigest, sendOut };
}
