import Link from 'next/link';
import { buttonClasses } from '@/components/ui/Button';
import { getTranslator } from '@/lib/i18n/translator';

/** The way on from a link that opens nothing. */
export async function DeadLink() {
  const t = await getTranslator('invite');
  return (
    <Link href="/sign-in" className={buttonClasses('primary', 'large')}>
      {t('toSignIn')}
    </Link>
  );
}
