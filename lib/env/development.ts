/** Whether pages are compiled on request: hot reload needs what the content policy else forbids. */
export const isDevelopment = process.env.NODE_ENV === 'development';
