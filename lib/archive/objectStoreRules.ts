import { expect, it } from 'vitest';
import { ObjectConflictError, type ObjectStore } from './objectStore';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

/**
 * What every object store has to keep, whatever it is made of: run inside a `describe`.
 *
 * @param open gives a new, empty store at each call
 */
export function itKeepsTheRules(open: () => Promise<ObjectStore>): void {
  const key = 'system=velib/date=2026-11-23/hour=08/status.parquet';

  it('gives back what was put, and null for what was not', async () => {
    const store = await open();
    const bytes = new Uint8Array(70_000).map((_, i) => (i * 31) % 256);
    expect(await store.get(key)).toBeNull();
    expect(await store.putIfAbsent(key, bytes, { reconstructed: 'false' })).toBe('written');
    expect(Buffer.compare((await store.get(key)) ?? new Uint8Array(), bytes)).toBe(0);
  });

  it('takes the same bytes again as present', async () => {
    const store = await open();
    await store.putIfAbsent(key, bytesOf('one'), {});
    expect(await store.putIfAbsent(key, bytesOf('one'), {})).toBe('present');
  });

  it('refuses other bytes under a taken key and keeps the first', async () => {
    const store = await open();
    await store.putIfAbsent(key, bytesOf('one'), {});
    const second = store.putIfAbsent(key, bytesOf('two'), {});
    await expect(second).rejects.toThrow(ObjectConflictError);
    await expect(second).rejects.toThrow(key);
    expect(Buffer.from((await store.get(key)) ?? []).toString()).toBe('one');
  });

  it('says where an object lies on this machine, if on this machine', async () => {
    const store = await open();
    const isHere = store.location.startsWith('file:');
    expect(store.fileOf(key)).toEqual(isHere ? expect.stringMatching(/status\.parquet$/) : null);
  });

  it('lists the keys under a prefix, sorted', async () => {
    const store = await open();
    expect(await store.list('')).toEqual([]);
    for (const name of ['a=2/b', 'a=1/c', 'a=1/b', 'b=1/a'])
      await store.putIfAbsent(name, bytesOf(name), {});
    expect(await store.list('a=')).toEqual(['a=1/b', 'a=1/c', 'a=2/b']);
    expect(await store.list('')).toEqual(['a=1/b', 'a=1/c', 'a=2/b', 'b=1/a']);
  });
}
