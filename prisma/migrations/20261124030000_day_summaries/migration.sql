-- What each local day was, in figures small enough to keep for ever: by station, by district, and the
-- rates that follow from the days. An array has one entry a quarter-hour of the city's clock, 96; an
-- empty array stands for 96 zeros.
CREATE TABLE "station_day" (
    "system_id" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "local_date" DATE NOT NULL,
    "observed_min" SMALLINT[] NOT NULL,
    "open_min" SMALLINT[] NOT NULL,
    "empty_min" SMALLINT[] NOT NULL,
    "full_min" SMALLINT[] NOT NULL,
    "departures" SMALLINT[] NOT NULL,
    "arrivals" SMALLINT[] NOT NULL,
    "moved_out" SMALLINT[] NOT NULL,
    "moved_in" SMALLINT[] NOT NULL,
    "min_bikes" SMALLINT,
    "stuck_min" SMALLINT[] NOT NULL,

    CONSTRAINT "station_day_pkey" PRIMARY KEY ("system_id", "station_id", "local_date")
);
CREATE INDEX "station_day_system_id_local_date_idx" ON "station_day"("system_id", "local_date");

-- The whole city has the empty id.
CREATE TABLE "district_day" (
    "system_id" TEXT NOT NULL,
    "district_id" TEXT NOT NULL,
    "local_date" DATE NOT NULL,
    "stations" INTEGER NOT NULL,
    "observed_min" INTEGER[] NOT NULL,
    "open_min" INTEGER[] NOT NULL,
    "empty_min" INTEGER[] NOT NULL,
    "full_min" INTEGER[] NOT NULL,
    "departures" INTEGER[] NOT NULL,
    "arrivals" INTEGER[] NOT NULL,
    "moved_out" INTEGER[] NOT NULL,
    "moved_in" INTEGER[] NOT NULL,

    CONSTRAINT "district_day_pkey" PRIMARY KEY ("system_id", "district_id", "local_date")
);

-- The ledger of summarised days.
CREATE TABLE "summary_day" (
    "system_id" TEXT NOT NULL,
    "local_date" DATE NOT NULL,
    "known_to_at" TIMESTAMPTZ(3) NOT NULL,
    "is_partial" BOOLEAN NOT NULL,
    "last_fetch_id" BIGINT NOT NULL,
    "stations" INTEGER NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "summary_day_pkey" PRIMARY KEY ("system_id", "local_date")
);

CREATE TABLE "station_rate" (
    "system_id" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "day_kind" TEXT NOT NULL,
    "departures_per_min" REAL[] NOT NULL,
    "arrivals_per_min" REAL[] NOT NULL,
    "exposure_min" INTEGER[] NOT NULL,
    "censored_min" INTEGER[] NOT NULL,
    "days" INTEGER NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "station_rate_pkey" PRIMARY KEY ("system_id", "station_id", "day_kind")
);
