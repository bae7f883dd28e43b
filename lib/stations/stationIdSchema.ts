import { z } from 'zod';

/** Ids are any text in GBFS, but text that a database takes. */
export const stationIdSchema = z.string().regex(/^\P{Cc}{1,200}$/u);
