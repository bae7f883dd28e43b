import { createHash } from 'node:crypto';

/** A place of named, immutable objects: a directory or an S3 bucket. Nothing is ever deleted. */
export interface ObjectStore {
  /** file:///directory or s3://bucket/prefix, for people. */
  readonly location: string;
  /**
   * Stores an object durably, unless one is there already.
   *
   * @param metadata short texts kept beside the object where the place has room for them (S3)
   * @returns 'present' when the very same bytes were there
   * @throws ObjectConflictError when other bytes are there: they stay
   * @throws ObjectStoreError when the place does not answer or refuses; trying again is safe
   */
  putIfAbsent(
    key: string,
    bytes: Uint8Array,
    metadata: Record<string, string>,
  ): Promise<'written' | 'present'>;
  /** @returns null when there is no such object */
  get(key: string): Promise<Uint8Array | null>;
  /** All keys that begin with `prefix`, sorted. */
  list(prefix: string): Promise<string[]>;
  /** Where an object lies, or would, on this machine; null where the place is a distant one. */
  fileOf(key: string): string | null;
}

/** The place did not do what it was asked; the cause says why. */
export class ObjectStoreError extends Error {
  override name = 'ObjectStoreError';

  constructor(location: string, action: string, cause: unknown) {
    super(`The archive at ${location} cannot ${action}: ${reasonOf(cause)}`, { cause });
  }
}

/** Something else lies where an object should go. Append-only: it is reported, never replaced. */
export class ObjectConflictError extends Error {
  override name = 'ObjectConflictError';

  constructor(
    location: string,
    readonly key: string,
    found: string,
  ) {
    super(`The archive at ${location} holds something else under ${key}: ${found}`);
  }
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Refused connections to several addresses arrive as an AggregateError without a message. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join('; ');
  if (cause instanceof Error) return `${cause.name} ${cause.message}`.trim();
  return String(cause);
}
