'use client';

import { Pause, Play, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import type { JobReport } from '@/lib/feeds/feedsReport';
import type { JobActions, JobAnswer } from './jobAnswer';

type Deed = keyof JobActions;

/** Run now, pause, resume; and what came of it, said where it was asked. */
export function JobButtons({
  job,
  title,
  actions,
  onChanged,
}: {
  job: JobReport;
  title: string;
  actions: JobActions;
  onChanged: () => Promise<void>;
}) {
  const t = useTranslations('feeds');
  const [pending, setPending] = useState<Deed | null>(null);
  const [answer, setAnswer] = useState<{ deed: Deed; kind: JobAnswer } | null>(null);
  async function act(deed: Deed) {
    setPending(deed);
    const kind = await actions[deed](job.job).catch((): JobAnswer => 'failed');
    setAnswer({ deed, kind });
    await onChanged();
    setPending(null);
  }
  if (job.health === 'off')
    return <p className="text-ink-muted text-xs lg:w-52">{t('offExplain')}</p>;
  const icon = 'size-4';
  return (
    <div className="flex flex-col gap-1 lg:w-52">
      <div className="flex gap-2">
        <Button
          size="small"
          className="pointer-coarse:px-3"
          isPending={pending === 'run'}
          onClick={() => act('run')}
          aria-label={t('runNowOf', { job: title })}
          icon={<RotateCw className={icon} aria-hidden="true" />}
        >
          {t('runNow')}
        </Button>
        {job.paused ? (
          <Button
            size="small"
            kind="primary"
            isPending={pending === 'resume'}
            onClick={() => act('resume')}
            aria-label={t('resumeOf', { job: title })}
            icon={<Play className={icon} aria-hidden="true" />}
          >
            {t('resume')}
          </Button>
        ) : (
          <Button
            size="small"
            isPending={pending === 'pause'}
            onClick={() => act('pause')}
            aria-label={t('pauseOf', { job: title })}
            icon={<Pause className={icon} aria-hidden="true" />}
          >
            {t('pause')}
          </Button>
        )}
      </div>
      <p role="status" className="text-ink-muted text-xs">
        {answer &&
          (answer.kind === 'done' ? t(`done.${answer.deed}`) : t(`refused.${answer.kind}`))}
      </p>
    </div>
  );
}
