import { z } from 'zod';

/**
 * A query as its schema takes it: a name that may stand several times as a list, others as a text.
 * A name that stands twice and may not is refused by the schema, as a list.
 */
export function readQuery(search: URLSearchParams, schema: z.ZodObject): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      const field = schema.shape[name] as z.ZodType | undefined;
      const isList = field !== undefined && isListField(field);
      return [name, isList || values.length > 1 ? values : values[0]];
    }),
  );
}

/** Whether a field of a query may stand several times. */
export function isListField(field: z.ZodType): boolean {
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  return inner instanceof z.ZodArray;
}
