import { z } from 'zod';

export type ColumnKind = 'text' | 'integer' | 'decimal' | 'flag' | 'instant';

export interface TableColumn {
  name: string;
  kind: ColumnKind;
  isOptional: boolean;
}

/**
 * The columns of a table, by the schema of its rows.
 *
 * @throws for a field that has no place in a table, such as a list
 */
export function columnsOf(schema: z.ZodObject): TableColumn[] {
  return Object.entries(schema.shape).map(([name, field]) => columnOf(name, field as z.ZodType));
}

function columnOf(name: string, field: z.ZodType): TableColumn {
  if (field instanceof z.ZodNullable) {
    return { ...columnOf(name, field.unwrap() as z.ZodType), isOptional: true };
  }
  const kind = kindOf(field);
  if (!kind) throw new Error(`The field ${name} is no column: ${field.def.type}`);
  return { name, kind, isOptional: false };
}

function kindOf(field: z.ZodType): ColumnKind | null {
  if (field instanceof z.ZodISODateTime) return 'instant';
  if (field instanceof z.ZodString || field instanceof z.ZodISODate) return 'text';
  if (field instanceof z.ZodEnum || field instanceof z.ZodLiteral) return 'text';
  if (field instanceof z.ZodNumber) return field.format === 'safeint' ? 'integer' : 'decimal';
  return field instanceof z.ZodBoolean ? 'flag' : null;
}
