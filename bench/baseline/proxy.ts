export { proxy } from '@/proxy';

export const config = {
  matcher: ['/((?!_next/static|icon|favicon|apple-icon|manifest).*)'],
};
