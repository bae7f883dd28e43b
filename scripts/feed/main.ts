import { startFeedServer } from './feedServer';
import { parseArguments } from './parseArguments';

const HELP = `Usage: npm run feed -- [options]

A GBFS feed of the project's own: a generated city, or a recording played again.
All options are in docs/simulated-feed.md; the main ones:

  --city N                     a generated city of N stations (1500)
  --replay FILE --stations CSV plays a recording; --from 2022-05-17T05:00Z --speed 60 --loop
  --dialect velib|2.3|3.0      --port 8090   --period 60   --vehicles N
  --faults silence@300-600,... --ledger FILE --seed 1
`;

async function main(): Promise<void> {
  const options = parseArguments(process.argv.slice(2));
  if (!options) {
    console.log(HELP);
    return;
  }
  const server = await startFeedServer(options);
  const { publication, source } = server.engine;
  console.log(`${source.systemName}: ${publication.stations.length} stations`);
  console.log(`It is ${publication.simulatedAt.toISOString()} there, at speed ${options.speed}.`);
  console.log(`FEED_URL=${server.url}`);
  if (options.vehicles > 0) console.log(`VEHICLE_FEED_URL=${server.fleetUrl}`);
  const stop = (): void => {
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
