/** Stations picked from the list to do something with them together. */
export interface ChosenStations {
  /** Ids, those that the filters hide by now included. */
  ids: ReadonlySet<string>;
  /** Where a range begins: the station that was chosen or unchosen last. */
  anchorId: string | null;
  /** Rows offer to be chosen. Begins by itself with the first choice. */
  isChoosing: boolean;
}

export type ChoiceEvent =
  | { type: 'begin' }
  | { type: 'end' }
  | { type: 'toggle'; id: string }
  /**
   * From one station to another, both included, in the order of the list.
   * `fromId` null: from the anchor.
   */
  | { type: 'range'; fromId: string | null; toId: string; listed: readonly string[] }
  /** All that are listed, or none of them any more if all of them were chosen. */
  | { type: 'all'; listed: readonly string[] };

export const nothingChosen: ChosenStations = { ids: new Set(), anchorId: null, isChoosing: false };

export function nextChosen(chosen: ChosenStations, event: ChoiceEvent): ChosenStations {
  switch (event.type) {
    case 'begin':
      return { ...chosen, isChoosing: true };
    case 'end':
      return nothingChosen;
    case 'toggle': {
      const ids = new Set(chosen.ids);
      if (!ids.delete(event.id)) ids.add(event.id);
      return { ids, anchorId: event.id, isChoosing: true };
    }
    case 'range': {
      const fromId = event.fromId ?? chosen.anchorId ?? event.toId;
      const ids = new Set([...chosen.ids, ...rangeBetween(fromId, event.toId, event.listed)]);
      // The next range begins where this one began.
      return { ids, anchorId: fromId, isChoosing: true };
    }
    case 'all': {
      const ids = new Set(chosen.ids);
      const areAll = event.listed.every((id) => ids.has(id));
      for (const id of event.listed) areAll ? ids.delete(id) : ids.add(id);
      return { ids, anchorId: null, isChoosing: true };
    }
  }
}

/** A range whose beginning is not listed is its end alone. */
function rangeBetween(fromId: string, toId: string, listed: readonly string[]): readonly string[] {
  const to = listed.indexOf(toId);
  const found = listed.indexOf(fromId);
  const from = found < 0 ? to : found;
  return listed.slice(Math.min(from, to), Math.max(from, to) + 1);
}
