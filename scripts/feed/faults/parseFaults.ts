import { FAULT_KINDS, type FaultKind, type FaultSpec } from './faultKinds';

/**
 * Reads the command line's `--faults`: names separated by commas, each with an optional span in
 * seconds since the start, as in `silence@300-600,zeroCapacities`.
 *
 * @throws Error that names what is not understood
 */
export function parseFaults(text: string): FaultSpec[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseFault);
}

function parseFault(text: string): FaultSpec {
  const match = /^([a-zA-Z]+)(?:@(\d+)-(\d+)?)?$/.exec(text);
  const kind = FAULT_KINDS.find((known) => known === match?.[1]) as FaultKind | undefined;
  if (!match || !kind) {
    throw new Error(`"${text}" is no fault: write name or name@from-to; ${FAULT_KINDS.join(', ')}`);
  }
  const [, , from, to] = match;
  return {
    kind,
    ...(from === undefined ? {} : { fromS: Number(from) }),
    ...(to === undefined ? {} : { untilS: Number(to) }),
  };
}
