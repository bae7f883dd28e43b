import type { UserRow } from './userStore';

declare module 'next-auth' {
  // What authorize gives is what the jwt callback receives.
  interface User extends UserRow {}
}
