-- The day rows of a whole city in one value a day: a year of days is read and counted in well under a
-- second. Follows from station_day, and may be thrown away at any time.
CREATE TABLE "insight_day" (
    "system_id" TEXT NOT NULL,
    "local_date" DATE NOT NULL,
    "packed" BYTEA NOT NULL,
    "stations" INTEGER NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "insight_day_pkey" PRIMARY KEY ("system_id", "local_date")
);
-- Deflated already.
ALTER TABLE "insight_day" ALTER COLUMN "packed" SET STORAGE EXTERNAL;
