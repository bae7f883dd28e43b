import { z } from 'zod';
import { AUDIT_ACTIONS } from './auditActions';

// A form sends every field, filled or not.
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankIsAbsent, schema.optional());

/** Which entries of the audit log, as addresses spell it. */
export const auditFilterSchema = z.object({
  /** A person's id, or NOBODY. */
  who: optional(z.string().max(64)),
  action: optional(z.enum(AUDIT_ACTIONS)),
  /** First and last day, in the city's zone. */
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
  /** Somewhere in subject, name, address, before or after. */
  q: optional(z.string().trim().max(200)),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** The page before which entries are shown: the id of the last one seen. */
export const auditCursorSchema = optional(z.string().regex(/^\d{1,18}$/));

/** The filter as an address spells it, without what is not asked. */
export function auditFilterParams(filter: AuditFilter): URLSearchParams {
  return new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
