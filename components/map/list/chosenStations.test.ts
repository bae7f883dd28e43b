import { describe, expect, it } from 'vitest';
import { type ChoiceEvent, nextChosen, nothingChosen } from './chosenStations';

const listed = ['a', 'b', 'c', 'd', 'e'];
const result = (...events: ChoiceEvent[]) => events.reduce(nextChosen, nothingChosen);
const ids = (...events: ChoiceEvent[]) => [...result(...events).ids].sort();

describe('nextChosen', () => {
  it('begins with the first choice and ends with all of them', () => {
    expect(result({ type: 'toggle', id: 'b' }).isChoosing).toBe(true);
    expect(result({ type: 'toggle', id: 'b' }, { type: 'end' })).toEqual(nothingChosen);
    expect(result({ type: 'begin' })).toMatchObject({ isChoosing: true, anchorId: null });
  });

  it('chooses and unchooses one', () => {
    const b: ChoiceEvent = { type: 'toggle', id: 'b' };
    expect(ids(b, { type: 'toggle', id: 'd' })).toEqual(['b', 'd']);
    expect(ids(b, b)).toEqual([]);
  });

  it('takes a range from the last choice, in both directions, and keeps its beginning', () => {
    const from: ChoiceEvent = { type: 'toggle', id: 'c' };
    expect(ids(from, { type: 'range', fromId: null, toId: 'e', listed })).toEqual(['c', 'd', 'e']);
    expect(ids(from, { type: 'range', fromId: null, toId: 'a', listed })).toEqual(['a', 'b', 'c']);
    expect(
      ids(
        from,
        { type: 'range', fromId: null, toId: 'd', listed },
        { type: 'range', fromId: null, toId: 'b', listed },
      ),
    ).toEqual(['b', 'c', 'd']);
  });

  it('takes a range from where the cursor stood, whatever was chosen last', () => {
    const range: ChoiceEvent = { type: 'range', fromId: 'c', toId: 'd', listed };
    expect(ids({ type: 'toggle', id: 'a' }, range)).toEqual(['a', 'c', 'd']);
  });

  it('takes the end alone where the beginning is not listed', () => {
    expect(ids({ type: 'range', fromId: null, toId: 'd', listed })).toEqual(['d']);
    expect(
      ids({ type: 'toggle', id: 'x' }, { type: 'range', fromId: null, toId: 'd', listed }),
    ).toEqual(['d', 'x']);
  });

  it('takes all that are listed, then none of them, and leaves others alone', () => {
    const other: ChoiceEvent = { type: 'toggle', id: 'x' };
    const all: ChoiceEvent = { type: 'all', listed };
    expect(ids(other, all)).toEqual([...listed, 'x']);
    expect(ids(other, all, all)).toEqual(['x']);
  });
});
