/** How many stations were empty through a stretch of the past: what a slider shows under its thumb. */
export interface PastLine {
  /** Epoch seconds. */
  fromAt: number;
  /** Seconds between two values. */
  stepS: number;
  /** Stations that were open and without a bike, on average over each step; null: nobody looked. */
  emptyStations: (number | null)[];
}

/** What the time bar asks for. */
export interface KnownPast {
  /** How far the past reaches, epoch seconds; null while nothing was ever stored. */
  oldestAt: number | null;
  /** null: nothing is known of that stretch. */
  line: PastLine | null;
}
