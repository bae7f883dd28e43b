const SECRET_PATH = /^\/(invite|reset)\/[^/]+$/;

/**
 * Whether a path holds a secret: the links that open an account or give it a new password. Whoever
 * has one needs no session; it must not be cached, passed on as a referrer, or logged.
 */
export function isSecretPath(pathname: string): boolean {
  return SECRET_PATH.test(pathname);
}
