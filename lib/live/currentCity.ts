import { cache } from 'react';
import { webCity } from './webCity';

/**
 * The city as of the page being answered: the join runs once a request, however many of its parts
 * ask. null while no job has ever run.
 */
export const currentCity = cache(() => webCity().loader.load());
