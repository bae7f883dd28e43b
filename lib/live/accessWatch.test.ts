import { describe, expect, it } from 'vitest';
import { createAccessWatch } from './accessWatch';

describe('access watch', () => {
  it('tells everybody who watches a person, and nobody else', () => {
    const heard: string[] = [];
    const access = createAccessWatch();
    access.watch('ada', () => heard.push('ada 1'));
    const stop = access.watch('ada', () => heard.push('ada 2'));
    access.watch('bob', () => heard.push('bob'));
    access.changed('ada');
    expect(heard).toEqual(['ada 1', 'ada 2']);
    stop();
    stop();
    access.changed('ada');
    access.changed('nobody');
    expect(heard).toEqual(['ada 1', 'ada 2', 'ada 1']);
  });
});
