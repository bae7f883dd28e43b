-- What was loaded from recordings: which files, over which span, how far, and what came of it. The
-- months of the change log that an import filled are not subject to retention, and what it loaded is
-- never taken for this installation's own record.
CREATE TABLE "history_import" (
    "system_id" TEXT NOT NULL,
    "import_id" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,
    "gap_after_s" INTEGER NOT NULL,
    "rows_read" INTEGER NOT NULL,
    "rejected" JSONB NOT NULL,
    "stations" INTEGER NOT NULL,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "hours" INTEGER NOT NULL DEFAULT 0,
    "loaded_to_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "history_import_pkey" PRIMARY KEY ("system_id", "import_id"),
    CONSTRAINT "history_import_span" CHECK ("from_at" < "to_at")
);

-- The looks of a recording say what was observed; they are no fetches of ours to be counted.
DROP TRIGGER "feed_fetch_tally" ON "feed_fetch";
CREATE TRIGGER "feed_fetch_tally" AFTER INSERT ON "feed_fetch"
  FOR EACH ROW WHEN (NEW."source" <> 'import') EXECUTE FUNCTION "tally_feed_fetch"();
