-- The months that were compacted from the archive's hours: one row a month, the newest object. A
-- month is made again under a new key when hours were added to it.
CREATE TABLE "archive_month" (
    "system_id" TEXT NOT NULL,
    "month" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT NOT NULL,
    "hours" INTEGER NOT NULL,
    "hours_sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "archive_month_pkey" PRIMARY KEY ("system_id", "month")
);

-- Spans in which no fetch of the status feed brought valid data. The fetches themselves are kept for
-- a month only; what nobody saw is to be known for as long as the history is.
CREATE TABLE "feed_gap" (
    "system_id" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_gap_pkey" PRIMARY KEY ("system_id", "from_at")
);

-- Up to which fetch the gaps of a system are known.
CREATE TABLE "feed_gap_mark" (
    "system_id" TEXT NOT NULL,
    "known_to_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_gap_mark_pkey" PRIMARY KEY ("system_id")
);
