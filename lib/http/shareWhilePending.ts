/** One run at a time: whoever asks while one is under way gets its answer. */
export function shareWhilePending<Answer>(work: () => Promise<Answer>): () => Promise<Answer> {
  let pending: Promise<Answer> | null = null;
  return () => {
    pending ??= work().finally(() => {
      pending = null;
    });
    return pending;
  };
}
