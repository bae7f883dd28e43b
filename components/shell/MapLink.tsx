import Link from 'next/link';
import { buttonClasses } from '@/components/ui/Button';

/** The way back to where everything starts. */
export function MapLink({ label, isPrimary = true }: { label: string; isPrimary?: boolean }) {
  return (
    <Link href="/map" className={buttonClasses(isPrimary ? 'primary' : 'secondary')}>
      {label}
    </Link>
  );
}
