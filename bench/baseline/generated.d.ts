/** Stands for the client that bench/mapPage.ts generates from schema.prisma where there is none. */
declare module '*/generated/client' {
  export class PrismaClient {
    constructor(options: { adapter: unknown });
    station: {
      findMany(query: object): Promise<import('./stationRow').StationWithStatus[]>;
    };
  }
}
