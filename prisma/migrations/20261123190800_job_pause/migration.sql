-- Jobs that a person has paused. A table and not the queue's own state, so that a pause survives an
-- emptied Redis and holds for every worker whichever queue it takes its work from.
CREATE TABLE "job_pause" (
    "system_id" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "paused_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paused_by" TEXT NOT NULL,

    CONSTRAINT "job_pause_pkey" PRIMARY KEY ("system_id", "job")
);

-- Whose run it was, and when its schedule wanted it: how late workers are.
ALTER TABLE "job_run" ADD COLUMN "system_id" TEXT, ADD COLUMN "due_at" TIMESTAMPTZ(3);
UPDATE "job_run" SET "system_id" = (SELECT min("system_id") FROM "system")
 WHERE (SELECT count(*) FROM "system") = 1;
DROP INDEX "job_run_job_started_at_idx";
CREATE INDEX "job_run_system_id_job_started_at_idx"
    ON "job_run"("system_id", "job", "started_at" DESC);

-- What a worker keeps on its own disk, for those who cannot look there.
ALTER TABLE "worker_beat" ADD COLUMN "spooled" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "rss_bytes" BIGINT NOT NULL DEFAULT 0;
