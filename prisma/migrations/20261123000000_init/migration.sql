-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "station_event_kind" AS ENUM ('added', 'moved', 'renamed', 'resized', 'recoded', 'removed', 'restored');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'dispatcher', 'driver', 'admin');

-- CreateTable
CREATE TABLE "system" (
    "system_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "feed_url" TEXT NOT NULL,
    "simulation" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "system_pkey" PRIMARY KEY ("system_id")
);

-- CreateTable
CREATE TABLE "station" (
    "system_id" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "station_code" TEXT,
    "name" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "capacity" INTEGER,
    "district_id" TEXT,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "station_pkey" PRIMARY KEY ("system_id","station_id")
);

-- CreateTable
CREATE TABLE "station_event" (
    "id" BIGSERIAL NOT NULL,
    "system_id" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "kind" "station_event_kind" NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "station_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "station_status" (
    "system_id" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "num_bikes_available" SMALLINT NOT NULL,
    "num_mechanical_available" SMALLINT,
    "num_ebikes_available" SMALLINT,
    "num_docks_available" SMALLINT,
    "is_installed" BOOLEAN NOT NULL,
    "is_renting" BOOLEAN NOT NULL,
    "is_returning" BOOLEAN NOT NULL,
    "last_reported_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "station_status_pkey" PRIMARY KEY ("system_id","station_id")
);

-- CreateTable
CREATE TABLE "station_change" (
    "system_id" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "last_reported_at" TIMESTAMPTZ(3),
    "num_bikes_available" SMALLINT NOT NULL,
    "num_mechanical_available" SMALLINT,
    "num_ebikes_available" SMALLINT,
    "num_docks_available" SMALLINT,
    "is_installed" BOOLEAN NOT NULL,
    "is_renting" BOOLEAN NOT NULL,
    "is_returning" BOOLEAN NOT NULL,

    CONSTRAINT "station_change_pkey" PRIMARY KEY ("system_id","station_id","fetched_at")
) PARTITION BY RANGE ("fetched_at");

-- Rows that no monthly partition takes land here, so that an insert never fails for want of one.
CREATE TABLE "station_change_default" PARTITION OF "station_change" DEFAULT;

-- CreateTable
CREATE TABLE "station_phantom" (
    "system_id" TEXT NOT NULL,
    "station_id" TEXT NOT NULL,
    "phantom_bikes" SMALLINT NOT NULL,
    "window_h" SMALLINT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "station_phantom_pkey" PRIMARY KEY ("system_id","station_id")
);

-- CreateTable
CREATE TABLE "feed_state" (
    "system_id" TEXT NOT NULL,
    "status_version" BIGINT NOT NULL DEFAULT 0,
    "stations_version" BIGINT NOT NULL DEFAULT 0,
    "vehicles_version" BIGINT NOT NULL DEFAULT 0,
    "status_last_updated_at" TIMESTAMPTZ(3),
    "status_fetched_at" TIMESTAMPTZ(3),
    "status_checked_at" TIMESTAMPTZ(3),
    "status_median_reported_at" TIMESTAMPTZ(3),
    "status_source" TEXT,
    "status_stations" INTEGER NOT NULL DEFAULT 0,
    "status_failures" INTEGER NOT NULL DEFAULT 0,
    "status_retry_at" TIMESTAMPTZ(3),
    "status_reason" TEXT,
    "stations_fetched_at" TIMESTAMPTZ(3),
    "vehicles_fetched_at" TIMESTAMPTZ(3),
    "districts_fetched_at" TIMESTAMPTZ(3),
    "live_feed_seen_at" TIMESTAMPTZ(3),
    "anomalies" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "feed_state_pkey" PRIMARY KEY ("system_id")
);

-- CreateTable
CREATE TABLE "feed_fetch" (
    "id" BIGSERIAL NOT NULL,
    "system_id" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "http_status" INTEGER,
    "bytes" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "message" TEXT,
    "stations_seen" INTEGER NOT NULL DEFAULT 0,
    "stations_changed" INTEGER NOT NULL DEFAULT 0,
    "orphans" INTEGER NOT NULL DEFAULT 0,
    "skipped" JSONB NOT NULL DEFAULT '{}',
    "last_updated_at" TIMESTAMPTZ(3),
    "median_reported_at" TIMESTAMPTZ(3),
    "feed_lag_s" INTEGER,

    CONSTRAINT "feed_fetch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vehicle" (
    "system_id" TEXT NOT NULL,
    "vehicle_id" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "kind" TEXT NOT NULL,
    "is_reserved" BOOLEAN NOT NULL,
    "is_disabled" BOOLEAN NOT NULL,
    "range_m" INTEGER,
    "last_reported_at" TIMESTAMPTZ(3),

    CONSTRAINT "vehicle_pkey" PRIMARY KEY ("system_id","vehicle_id")
);

-- CreateTable
CREATE TABLE "district" (
    "system_id" TEXT NOT NULL,
    "district_id" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "parent_id" TEXT,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "geometry" JSONB NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("system_id","district_id")
);

-- CreateTable
CREATE TABLE "archive_hour" (
    "system_id" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "key" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "reconstructed" BOOLEAN NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "archive_hour_pkey" PRIMARY KEY ("system_id","hour")
);

-- CreateTable
CREATE TABLE "settings_version" (
    "id" SERIAL NOT NULL,
    "system_id" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "author_id" TEXT,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "settings_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" BIGSERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_beat" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_beat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "message" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "station_event_system_id_station_id_at_idx" ON "station_event"("system_id", "station_id", "at");

-- CreateIndex
CREATE INDEX "station_event_system_id_at_idx" ON "station_event"("system_id", "at");

-- CreateIndex
CREATE INDEX "feed_fetch_system_id_feed_started_at_idx" ON "feed_fetch"("system_id", "feed", "started_at" DESC);

-- CreateIndex
CREATE INDEX "settings_version_system_id_id_idx" ON "settings_version"("system_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "sign_in_failure_subject_at_idx" ON "sign_in_failure"("subject", "at");

-- CreateIndex
CREATE INDEX "job_run_job_started_at_idx" ON "job_run"("job", "started_at" DESC);

-- AddForeignKey
ALTER TABLE "settings_version" ADD CONSTRAINT "settings_version_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Latest status is overwritten every minute: room on each page keeps the updates in place (HOT).
ALTER TABLE "station_status" SET (fillfactor = 45, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "feed_state" SET (fillfactor = 20);

-- Append-only tables: the database itself refuses what the code never does.
CREATE FUNCTION "refuse_rewrite"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "station_event" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "settings_version" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "archive_hour" FOR EACH ROW EXECUTE FUNCTION "refuse_rewrite"();
