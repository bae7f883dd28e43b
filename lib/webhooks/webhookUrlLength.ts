/** Characters of a webhook's address at most. */
export const MAX_WEBHOOK_URL_LENGTH = 500;
