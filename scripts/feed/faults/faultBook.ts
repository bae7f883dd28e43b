import type { Rng } from '@/lib/units/rng';
import { type FaultKind, type FaultResource, type FaultSpec, isTransportFault } from './faultKinds';

export interface ActiveFault extends FaultSpec {
  fromAt: Date;
  untilAt: Date | null;
  answersLeft: number | null;
}

/** Which faults are in force, and until when. */
export class FaultBook {
  private faults: ActiveFault[] = [];

  /** @param rng decides which answers a fault with a share strikes */
  constructor(private readonly rng: Rng) {}

  /** Puts a fault in force; one of the same kind and file is replaced. */
  add(spec: FaultSpec, now: Date): ActiveFault {
    const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
    const fault: ActiveFault = {
      ...spec,
      fromAt: after(spec.fromS ?? 0),
      untilAt: spec.untilS === undefined ? null : after(spec.untilS),
      answersLeft: spec.answers ?? null,
    };
    this.faults = this.faults.filter((f) => f.kind !== spec.kind || f.resource !== spec.resource);
    this.faults.push(fault);
    return fault;
  }

  /** Takes back one kind, or every fault. */
  clear(kind?: FaultKind): void {
    this.faults = kind === undefined ? [] : this.faults.filter((fault) => fault.kind !== kind);
  }

  /** All faults that are in force or still to come. */
  list(now: Date): readonly ActiveFault[] {
    this.faults = this.faults.filter((fault) => !isOver(fault, now));
    return this.faults;
  }

  /** The faults that strike one answer, which is counted against their number of answers. */
  strike(resource: FaultResource, now: Date): ActiveFault[] {
    const struck = this.list(now).filter(
      (fault) =>
        fault.fromAt <= now &&
        concerns(fault, resource) &&
        (!isTransportFault(fault.kind) || this.rng() < (fault.share ?? 1)),
    );
    for (const fault of struck) {
      if (fault.answersLeft !== null) fault.answersLeft -= 1;
    }
    return struck;
  }
}

/** The exports are another provider's server: they go on working when the feed does not. */
function concerns(fault: FaultSpec, resource: FaultResource): boolean {
  return fault.resource === undefined ? resource !== 'opendata' : fault.resource === resource;
}

function isOver(fault: ActiveFault, now: Date): boolean {
  return (fault.untilAt !== null && fault.untilAt <= now) || fault.answersLeft === 0;
}
