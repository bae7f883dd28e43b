import { SettingsSection } from '@/components/settings/SettingsSection';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import { PROBLEM_STATUS } from '@/lib/http/problem';
import { getTranslator } from '@/lib/i18n/translator';

/** What the API refuses; of the codes those that a program can meet. */
const CODES = [
  ...(['badRequest', 'unauthenticated', 'forbidden', 'notFound'] as const),
  ...(['tooManyRequests', 'unavailable'] as const),
];

/** Each refusal: its word, its status, and why. */
export async function ProblemSection() {
  const t = await getTranslator('apiDocs');
  return (
    <SettingsSection title={t('problems.title')} meaning={t('problems.meaning')}>
      <Table>
        <thead>
          <tr>
            <HeadCell className="pl-5">{t('problems.code')}</HeadCell>
            <HeadCell isNumber>{t('problems.status')}</HeadCell>
            <HeadCell className="pr-5">{t('problems.why')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {CODES.map((code) => (
            <tr key={code}>
              <Cell className="pl-5">
                <code className="font-mono text-xs">{code}</code>
              </Cell>
              <Cell isNumber>{PROBLEM_STATUS[code]}</Cell>
              <Cell className="pr-5">{t(`problem.${code}`)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </SettingsSection>
  );
}
