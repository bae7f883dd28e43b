import { describe, expect, it } from 'vitest';
import { groupDistricts } from './groupDistricts';

const district = (districtId: string, level: number, parentId: string | null, code: string) => ({
  districtId,
  level,
  parentId,
  code,
  name: `name of ${districtId}`,
});

describe('groupDistricts', () => {
  it('orders by number, not by text, and puts each under its own', () => {
    const groups = groupDistricts([
      district('q41', 2, 'a11', '41'),
      district('a11', 1, null, '11'),
      district('a2', 1, null, '2'),
      district('q5', 2, 'a2', '5'),
      district('q42', 2, 'a11', '42'),
    ]);
    const ids = groups.map((group) => [
      group.district.districtId,
      group.children.map((child) => child.districtId),
    ]);
    expect(ids).toEqual([
      ['a2', ['q5']],
      ['a11', ['q41', 'q42']],
    ]);
  });

  it('keeps a district whose parent is not there', () => {
    expect(groupDistricts([district('q1', 2, 'gone', '1')])).toHaveLength(1);
  });
});
