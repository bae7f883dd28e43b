/** Work of which only one piece may be under way, first come, first served. */
export interface Turns {
  /** Whether somebody would have to wait. */
  isBusy(): boolean;
  /** Waits for the turn. @returns a function that ends it; calling it again does nothing */
  take(): Promise<() => void>;
}

export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve();
  let taken = 0;
  return {
    isBusy: () => taken > 0,
    async take() {
      taken += 1;
      const before = last;
      let end: () => void = () => {};
      last = new Promise((resolve) => {
        end = resolve;
      });
      await before;
      let isOver = false;
      return () => {
        if (!isOver) taken -= 1;
        isOver = true;
        end();
      };
    },
  };
}
