import type { Locator, Page } from '@playwright/test';
import type { Pool } from 'pg';
import type { RuleForm } from '@/lib/alerts/parseRuleForm';

export function inbox(page: Page): Locator {
  return page.getByRole('region', { name: 'Inbox' });
}

export function rules(page: Page): Locator {
  return page.getByRole('region', { name: 'Rules' });
}

export function delivery(page: Page): Locator {
  return page.getByRole('region', { name: 'Delivery', exact: true });
}

export function deliveryLog(page: Page): Locator {
  return page.getByRole('region', { name: 'Delivery log' });
}

/** Opens a new rule's form, fills in what is given and saves it. */
export async function addRule(
  page: Page,
  { name, lastingMin }: Pick<RuleForm, 'name' | 'lastingMin'>,
  districtName?: string,
): Promise<void> {
  await page.getByRole('button', { name: 'New rule' }).click();
  const form = page.getByRole('dialog', { name: 'New rule' });
  await form.getByRole('textbox', { name: 'Name' }).fill(name);
  await form.getByRole('textbox', { name: 'Lasting, minutes' }).fill(lastingMin);
  await form.getByRole('checkbox', { name: /Only where no neighbour/ }).uncheck();
  if (districtName) {
    await form.getByRole('radio', { name: 'Some districts' }).check();
    await form.getByRole('checkbox', { name: districtName, exact: true }).check();
  }
  await form.getByRole('button', { name: 'Save the rule' }).click();
  await form.waitFor({ state: 'hidden' });
}

export interface SmallDistrict {
  name: string;
  stationIds: string[];
}

/** A district with a few stations, all its own. */
export async function smallDistrict(db: Pool, systemId: string): Promise<SmallDistrict> {
  const { rows } = await db.query<SmallDistrict>(
    `SELECT d.name, array_agg(s.station_id ORDER BY s.station_id) AS "stationIds"
       FROM district d
       JOIN station s ON s.system_id = d.system_id AND s.district_id = d.district_id
      WHERE d.system_id = $1 AND s.removed_at IS NULL
      GROUP BY d.district_id, d.name HAVING count(*) BETWEEN 2 AND 6
      ORDER BY d.district_id LIMIT 1`,
    [systemId],
  );
  const district = rows[0];
  if (!district) throw new Error('No district has two to six stations');
  return district;
}

/** Makes what a person was told a quarter of an hour older, so that the next digest is due. */
export async function ageDigests(db: Pool, userId: string): Promise<void> {
  await db.query(
    `UPDATE alert_digest SET at = at - interval '15 min', sent_out_at = sent_out_at - interval '15 min'
      WHERE user_id = $1`,
    [userId],
  );
}
