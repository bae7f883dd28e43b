-- Totals that only ever grow, as Prometheus wants its counters: job_run and feed_fetch forget after a
-- month. Counted by triggers, so that no writer can forget to.
CREATE TABLE "job_tally" (
    "system_id" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "runs" BIGINT NOT NULL,
    "duration_ms" BIGINT NOT NULL,

    CONSTRAINT "job_tally_pkey" PRIMARY KEY ("system_id", "job", "outcome")
);
CREATE TABLE "fetch_tally" (
    "system_id" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "fetches" BIGINT NOT NULL,
    "duration_ms" BIGINT NOT NULL,

    CONSTRAINT "fetch_tally_pkey" PRIMARY KEY ("system_id", "feed", "source", "outcome", "reason")
);

CREATE FUNCTION "tally_job_run"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO job_tally AS t (system_id, job, outcome, runs, duration_ms)
  VALUES (coalesce(NEW.system_id, ''), NEW.job, NEW.outcome, 1, NEW.duration_ms)
  ON CONFLICT (system_id, job, outcome)
  DO UPDATE SET runs = t.runs + 1, duration_ms = t.duration_ms + excluded.duration_ms;
  RETURN NULL;
END $$;
CREATE TRIGGER "job_run_tally" AFTER INSERT ON "job_run"
  FOR EACH ROW EXECUTE FUNCTION "tally_job_run"();

CREATE FUNCTION "tally_feed_fetch"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO fetch_tally AS t (system_id, feed, source, outcome, reason, fetches, duration_ms)
  VALUES (NEW.system_id, NEW.feed, NEW.source, NEW.outcome, coalesce(NEW.reason, ''), 1,
          NEW.duration_ms)
  ON CONFLICT (system_id, feed, source, outcome, reason)
  DO UPDATE SET fetches = t.fetches + 1, duration_ms = t.duration_ms + excluded.duration_ms;
  RETURN NULL;
END $$;
CREATE TRIGGER "feed_fetch_tally" AFTER INSERT ON "feed_fetch"
  FOR EACH ROW EXECUTE FUNCTION "tally_feed_fetch"();

-- The page of the audit log reads backwards from a row.
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id" DESC);
DROP INDEX "audit_entry_at_idx";
