import type { Door } from './routes';

export const VISITORS = ['anonymous', 'viewer', 'dispatcher', 'driver', 'admin'] as const;
export type Visitor = (typeof VISITORS)[number];

/** The status of an answer, by who asks. */
export interface Expected {
  anonymous: number;
  /** Of every role but admin. */
  staff: number;
  admin: number;
}

const everybody = (status: number): Expected => ({
  anonymous: status,
  staff: status,
  admin: status,
});
const page = { anonymous: 307, staff: 200, admin: 200 };
const adminPage = { anonymous: 307, staff: 403, admin: 200 };
const api = { anonymous: 401, staff: 200, admin: 200 };
const adminApi = { anonymous: 401, staff: 403, admin: 200 };
const unasked = { anonymous: 401, staff: 400, admin: 400 };

/**
 * What each door of the application answers, with the proxy and without it. A door that has no row
 * here fails the specs: whoever adds one says who may open it.
 */
export const EXPECTED: Record<Door, Expected> = {
  'GET /': { anonymous: 307, staff: 307, admin: 307 },
  'GET /map': page,
  'GET /wall': page,
  // No station is called "nowhere".
  'GET /stations/[stationId]': { anonymous: 307, staff: 404, admin: 404 },
  'GET /alerts': page,
  'GET /insights': page,
  'GET /me': page,
  'GET /api-docs': page,
  'GET /settings': adminPage,
  'GET /admin': { anonymous: 307, staff: 403, admin: 307 },
  'GET /admin/people': adminPage,
  'GET /admin/feeds': adminPage,
  'GET /admin/audit': adminPage,
  'GET /sign-in': { anonymous: 200, staff: 307, admin: 307 },
  'GET /manifest.webmanifest': everybody(200),
  // Links that open nothing say so, in words; what they open is these pages' own specs.
  'GET /invite/[token]': everybody(200),
  'GET /reset/[token]': everybody(200),
  'GET /api/health': everybody(200),
  'GET /api/ready': everybody(200),
  // A session is no token: see the metrics' own spec.
  'GET /metrics': everybody(401),
  'GET /api/map/view': api,
  'GET /api/map/events': api,
  'GET /api/map/districts': api,
  // Asked for no time at all.
  'GET /api/map/past': unasked,
  'GET /api/map/past/changes': unasked,
  'GET /api/map/past/line': unasked,
  // No station is called "nowhere".
  'GET /api/map/stations/[stationId]/history': { anonymous: 401, staff: 404, admin: 404 },
  'GET /api/stations/[stationId]/series': { anonymous: 401, staff: 404, admin: 404 },
  'GET /api/v1/stations': api,
  'GET /api/v1/stations/[stationId]': { anonymous: 401, staff: 404, admin: 404 },
  'GET /api/v1/status': api,
  'GET /api/v1/deficits': api,
  'GET /api/v1/districts': api,
  // A span without its ends.
  'GET /api/v1/history': { anonymous: 401, staff: 400, admin: 400 },
  'GET /api/v1/history/gaps': { anonymous: 401, staff: 400, admin: 400 },
  'GET /api/v1/history/reach': api,
  'GET /api/v1/insights/stations': api,
  'GET /api/v1/insights/districts': api,
  'GET /api/v1/insights/hours': api,
  'GET /api/v1/insights/weeks': api,
  // What can be asked, and nothing of what would be answered.
  'GET /api/v1/openapi.json': everybody(200),
  'GET /api/alerts/unread': api,
  'GET /api/insights': api,
  'GET /api/admin/feeds': adminApi,
  'GET /api/admin/audit': adminApi,
  // An empty body: who may not is refused before anybody looks at it.
  'POST /api/settings/preview': { anonymous: 401, staff: 403, admin: 400 },
  'POST /api/settings/sandbox': { anonymous: 401, staff: 403, admin: 400 },
  // next-auth's own; its answers are compared where they are attacked.
  'GET /api/auth/[...nextauth]': everybody(200),
  'POST /api/auth/[...nextauth]': everybody(302),
};

/** Who may run a server action; `everybody` needs a reason. */
export const ACTIONS: Record<string, 'admin' | 'signedIn' | 'everybody'> = {
  saveThresholds: 'admin',
  revertThresholds: 'admin',
  invite: 'admin',
  withdraw: 'admin',
  setRole: 'admin',
  setEnabled: 'admin',
  makeResetLink: 'admin',
  runJobNow: 'admin',
  pauseSchedule: 'admin',
  resumeSchedule: 'admin',
  saveRule: 'signedIn',
  removeRule: 'signedIn',
  saveDelivery: 'signedIn',
  sendTest: 'signedIn',
  markInboxRead: 'signedIn',
  rename: 'signedIn',
  changeOwnPassword: 'signedIn',
  endSession: 'signedIn',
  endEverySession: 'signedIn',
  addToken: 'signedIn',
  revokeToken: 'signedIn',
  // Whoever has the link may: what is posted is the proof.
  accept: 'everybody',
  reset: 'everybody',
  // The sign-in page speaks two languages.
  chooseLocale: 'everybody',
};

/** The address to ask, where the route has a variable part. */
export function addressOf(door: Door): { method: string; address: string } {
  const [method = '', route = ''] = door.split(' ');
  const nextAuth = method === 'GET' ? 'providers' : 'signout';
  const address = route.replace('[...nextauth]', nextAuth).replace('[stationId]', 'nowhere');
  return { method, address };
}

/** What a visitor is to be answered. */
export function expectedStatus(door: Door, visitor: Visitor): number | undefined {
  const expected = EXPECTED[door];
  if (visitor === 'anonymous' || visitor === 'admin') return expected?.[visitor];
  return expected?.staff;
}
