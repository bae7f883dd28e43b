import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { ParameterFacts } from '@/lib/api/reference';
import { getTranslator } from '@/lib/i18n/translator';

/** What an address can be asked. */
export async function ParameterTable({
  label,
  parameters,
}: {
  label: string;
  parameters: readonly ParameterFacts[];
}) {
  const t = await getTranslator('apiDocs');
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs focus for the keys
      tabIndex={0}
      className="overflow-x-auto border-line border-t"
    >
      <Table>
        <thead>
          <tr>
            <HeadCell className="pl-5">{t('name')}</HeadCell>
            <HeadCell>{t('values')}</HeadCell>
            <HeadCell className="pr-5">{t('meaning')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ name, words, isRequired, values, byDefault }) => (
            <tr key={name}>
              <Cell className="whitespace-nowrap pl-5">
                <code className="font-mono text-xs">{name}</code>
                {isRequired && (
                  <span className="block text-ink-muted text-xs">{t('required')}</span>
                )}
              </Cell>
              <Cell className="max-w-28 break-words sm:max-w-48">
                <code className="font-mono text-xs">{values}</code>
                {byDefault !== null && (
                  <span className="block text-ink-muted text-xs">
                    {t('byDefault', { value: byDefault })}
                  </span>
                )}
              </Cell>
              <Cell className="pr-5">{t(`parameter.${words}`)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
