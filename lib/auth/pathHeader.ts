/** The path a page was asked under; set by proxy.ts, which overwrites what clients send. */
export const PATH_HEADER = 'x-limelight-path';
