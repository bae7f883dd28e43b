import { describe, expect, it } from 'vitest';
import { Role } from '@/lib/db/generated/enums';
import { roleAllows } from './permissions';

describe('roleAllows', () => {
  it('lets everybody look at the map', () => {
    for (const role of Object.values(Role)) expect(roleAllows(role, 'map.read')).toBe(true);
  });

  it('lets only admins see and change settings', () => {
    const who = (permission: 'settings.read' | 'settings.write') =>
      Object.values(Role).filter((role) => roleAllows(role, permission));
    expect(who('settings.read')).toEqual(['admin']);
    expect(who('settings.write')).toEqual(['admin']);
  });
});
