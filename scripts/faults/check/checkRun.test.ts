import { describe, expect, it } from 'vitest';
import type { InflictedFault, RunRecord } from '../runRecord';
import { checkRun } from './checkRun';
import { answerMs, soundRecord } from './testRecord';

type Change = (record: RunRecord) => void;

/** What the checker says of a sound run after something was done to its record. */
function violationsAfter(change: Change): string[] {
  // No row may be shared between answers, tables and samples.
  const record: RunRecord = JSON.parse(JSON.stringify(soundRecord(10)));
  change(record);
  return checkRun(record).violations;
}

function fault(name: InflictedFault['fault'], fromMs: number, lastsMs = 0): InflictedFault {
  return { fault: name, target: 'it', fromMs, untilMs: fromMs + lastsMs };
}

/** The record as if the answer had been in the hands of a worker and never stored. */
function loseLastAnswer({ database }: RunRecord, samples: RunRecord['samples']): void {
  database.fetches.pop();
  const { latest: _, ...state } = samples.at(-2)!;
  Object.assign(database.state, state);
}

describe('the checker of a run', () => {
  it('finds nothing wrong with runs in which nothing is', () => {
    for (let seed = 1; seed <= 20; seed++)
      expect(checkRun(soundRecord(30, seed)).violations).toEqual([]);
  });

  it.each<[what: string, change: Change, found: RegExp]>([
    ['a missing change', ({ database }) => database.changes.pop(), /missing|instead of/],
    [
      'a change written twice',
      ({ database }) => database.changes.push(database.changes.at(-1)!),
      /nothing answered/,
    ],
    [
      'a change with a wrong number',
      ({ database }) => {
        database.changes[3]!.row[1] = 99;
      },
      /instead of/,
    ],
    [
      'a change dated when nothing was fetched',
      ({ database }) => {
        database.changes[0]!.fetchedMs += 900;
      },
      /dated/,
    ],
    [
      'a latest status that is not the newest answer’s',
      ({ database }) => {
        database.latest[0]!.row[4] = 7;
      },
      /at the end: 1 of 4/,
    ],
    ['a station left out', ({ database }) => database.latest.pop(), /at the end: 0 of 4.*3 rows/],
    [
      'half a snapshot, seen on the way',
      ({ samples }) => {
        samples[5]!.latest[1] = samples[0]!.latest[1]!;
        samples[5]!.latest[1]![1] = 42;
      },
      /version 6: 1 of 4/,
    ],
    [
      'a version that went back',
      ({ samples }) => Object.assign(samples[5]!, { ...samples[3]!, atMs: samples[5]!.atMs }),
      /it was 5 before/,
    ],
    [
      'an answer that nobody stored',
      (record) => loseLastAnswer(record, record.samples),
      /answer 10, .* neither stored nor refused/,
    ],
    [
      'a fetch that read no answer',
      ({ database }) => database.fetches.push({ ...database.fetches[4]!, id: 11, startedMs: 5 }),
      /fetch 11 .* read no answer/,
    ],
    [
      'a fetch recorded twice',
      ({ database }) => database.fetches.push({ ...database.fetches[4]!, id: 11 }),
      /fetch 11 \(stored\) .* read no answer/,
    ],
    [
      'a refusal for no true reason',
      ({ database }) => Object.assign(database.fetches[9]!, refusal('wentBack')),
      /refused as wentBack/,
    ],
    [
      'a refusal as overtaken of what nothing overtook',
      ({ database }) => Object.assign(database.fetches[9]!, refusal('overtaken')),
      /refused as overtaken/,
    ],
    [
      '“unchanged” of what was never stored',
      ({ answers, database }) => {
        Object.assign(answers[9]!, { httpStatus: 304, readable: false, hash: 'hash-8' });
        database.fetches[9]!.outcome = 'unchanged';
      },
      /"unchanged"/,
    ],
    [
      'a time of fetch at which nothing was answered',
      ({ samples }) => {
        samples[4]!.fetchedMs! += 1_000;
      },
      /no time of the stored answer/,
    ],
    [
      'a time of check at which nothing was answered',
      ({ samples }) => {
        samples[4]!.checkedMs! += 400;
      },
      /when nothing was answered/,
    ],
    [
      'a web process that says data are younger than they are',
      ({ readiness }) =>
        Object.assign(readiness[0]!, { askedMs: answerMs(30), answeredMs: answerMs(30) }),
      /the web said 2 s of data that were 40\.0 s old/,
    ],
    [
      'a web process that is ready without Postgres',
      ({ faults }) => (faults as InflictedFault[]).push(fault('postgresAway', answerMs(1), 9_000)),
      /"ready" without Postgres/,
    ],
    ['fetches left on disk', (record) => Object.assign(record, { spooled: 2 }), /2 fetches/],
    [
      'what did not come back',
      ({ recovery }) => Object.assign(recovery[0]!, { afterMs: null }),
      /not within the time allowed: a new answer is stored/,
    ],
  ])('sees %s', (_, change, found) => {
    expect(violationsAfter(change).join('\n')).toMatch(found);
  });

  it('sees a feed that nobody asked for a while, but for a database that hung', () => {
    const late = (...faults: InflictedFault[]) =>
      violationsAfter((record) => {
        Object.assign(record, { faults });
        for (const answer of record.answers.slice(5))
          answer.servedAt = new Date(Date.parse(answer.servedAt) + 6_000).toISOString();
        for (const fetch of record.database.fetches.slice(5)) fetch.endedMs += 6_000;
      });
    const gap = /nothing was kept for 8.0 s/;
    expect(late(fault('killQueue', answerMs(5))).join()).toMatch(gap);
    expect(late(fault('postgresHangs', answerMs(5), 5_000)).join()).not.toMatch(gap);
  });

  it('forgives a killed worker the one answer in its hands, and no second', () => {
    const lost = (kills: InflictedFault[]) =>
      violationsAfter((record) => {
        loseLastAnswer(record, record.samples);
        Object.assign(record, { faults: kills });
      }).filter((words) => words.includes('neither'));
    expect(lost([fault('killWorker', answerMs(10) + 200)])).toEqual([]);
    expect(lost([fault('killWorker', answerMs(9))])).toHaveLength(1);
    expect(lost([fault('killWeb', answerMs(10) + 200)])).toHaveLength(1);
  });
});

function refusal(reason: string) {
  return { outcome: 'refused', reason } as const;
}
