import { describe, expect, it } from 'vitest';
import { packText } from '@/lib/pipeline/packText';
import { unpackView } from './unpackView';

const view = {
  base: { systemName: "Vélib' ’🚲" },
  frame: { orphans: 3, names: 'é'.repeat(9_999) },
};

describe('a packed city', () => {
  it('comes back as it was, and is a fraction of its size', async () => {
    const text = JSON.stringify(view);
    const packed = await packText(text);
    expect(packed.length).toBeLessThan(text.length / 10);
    expect(await unpackView(packed)).toEqual(view);
  });

  it('is unpacked once for the same text, and anew for another', async () => {
    const packed = await packText(JSON.stringify(view));
    expect(unpackView(packed)).toBe(unpackView(packed));
    const other = await packText(JSON.stringify({ ...view, base: {} }));
    expect((await unpackView(other)).base).toEqual({});
  });

  it('that was cut is refused', async () => {
    const packed = await packText(JSON.stringify(view));
    await expect(unpackView(packed.slice(0, -8))).rejects.toThrow();
  });
});
