import type { Pool } from 'pg';
import { type Answer, ask, cookieHeader } from './ask';
import {
  ACTIONS,
  addressOf,
  EXPECTED,
  expectedStatus,
  VISITORS,
  type Visitor,
} from './expectedAnswers';
import type { Installation } from './installation';
import { createPerson } from './people';
import type { BuiltAction, Door } from './routes';

/** What somebody is answered who should be answered something else, in words. */
export type Surprise = string;

/** What names a forged or a real answer's data, which nobody uninvited may see. */
const DATA = /(stationId|numBikesAvailable|minBikes|passwordHash)\\?"\s*:/;

/** Asks every door as one visitor. @param extra headers beside the session */
export async function askEveryDoor(
  installation: Installation,
  db: Pool,
  visitor: Visitor,
  extra: Record<string, string> = {},
): Promise<Surprise[]> {
  const cookie = await cookieOf(installation, db, visitor);
  const surprises: Surprise[] = [];
  for (const door of Object.keys(EXPECTED) as Door[]) {
    const { method, address } = addressOf(door);
    const own: Record<string, string> = method === 'GET' ? {} : { origin: installation.baseUrl };
    const answer = await ask(installation, address, { ...cookie, ...own, ...extra }, { method });
    const wanted = expectedStatus(door, visitor);
    const where = `${visitor} ${door}`;
    if (answer.status !== wanted) surprises.push(`${where}: ${answer.status}, not ${wanted}`);
    if (wanted !== 200 && DATA.test(answer.text)) surprises.push(`${where}: tells data`);
  }
  return surprises;
}

/** Posts to every server action, with nothing in the form, as every visitor. */
export async function postEveryAction(
  installation: Installation,
  db: Pool,
  actions: readonly BuiltAction[],
): Promise<Surprise[]> {
  const surprises: Surprise[] = [];
  for (const visitor of VISITORS) {
    for (const { name, id, address } of actions) {
      // Each with a session of its own: one of them ends every session.
      const cookie = await cookieOf(installation, db, visitor);
      const headers = {
        ...{ ...cookie, origin: installation.baseUrl, 'next-action': id },
        ...{ 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
      };
      const answer = await ask(installation, address, headers, { method: 'POST', body: '[]' });
      const isRefused = refuses(answer);
      if (isRefused === mayRun(name, visitor))
        surprises.push(`${visitor} ${name}: ${isRefused ? 'refused' : 'let in'}`);
    }
  }
  return surprises;
}

/** In the action's own words, or sent to sign in before it came to that. */
function refuses({ status, location, text }: Answer): boolean {
  const isSentAway = status === 307 && /\/sign-in\?/.test(location ?? '');
  return isSentAway || /"kind":"forbidden"|:"forbidden"/.test(text);
}

function mayRun(name: string, visitor: Visitor): boolean {
  const who = ACTIONS[name];
  if (who === 'everybody') return true;
  return who === 'signedIn' ? visitor !== 'anonymous' : visitor === 'admin';
}

async function cookieOf(installation: Installation, db: Pool, visitor: Visitor) {
  return cookieHeader(
    installation,
    visitor === 'anonymous' ? null : await createPerson(db, visitor),
  );
}
