'use client';

import { CrashNotice } from '@/components/shell/CrashNotice';

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <CrashNotice digest={error.digest} retry={reset} />;
}
