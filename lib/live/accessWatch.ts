/** Who wants to know when what a person may do has changed: the open streams of this process. */
export interface AccessWatch {
  /** @returns a function that stops watching */
  watch(userId: string, onChange: () => void): () => void;
  /** Something about a person's sessions, role or state has changed. */
  changed(userId: string): void;
}

// Next bundles routes apart; what must exist once a process hangs on the global object.
const globals = globalThis as typeof globalThis & { limelightAccess?: AccessWatch };

/** The web process's one watch. */
export function webAccessWatch(): AccessWatch {
  globals.limelightAccess ??= createAccessWatch();
  return globals.limelightAccess;
}

export function createAccessWatch(): AccessWatch {
  const watchers = new Map<string, Set<() => void>>();
  return {
    watch(userId, onChange) {
      const ofUser = watchers.get(userId) ?? new Set();
      watchers.set(userId, ofUser.add(onChange));
      return () => {
        ofUser.delete(onChange);
        if (ofUser.size === 0 && watchers.get(userId) === ofUser) watchers.delete(userId);
      };
    },
    changed(userId) {
      for (const onChange of watchers.get(userId) ?? []) onChange();
    },
  };
}
