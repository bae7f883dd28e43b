import pg from 'pg';

/**
 * A client whose connection may break while somebody has it: the query under way, and the next one,
 * are rejected, and that is how its user hears of it. Of pg's own client the end of the connection
 * is an event besides, which ends the process where nobody listens.
 *
 * Given to pools as their `Client`.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}
