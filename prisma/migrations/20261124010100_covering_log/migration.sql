-- Rows of the change log lie in the order in which they came: a station's month is spread over as many
-- pages as it has rows. The key carries what a series needs, so that it is read from the key alone.
ALTER TABLE "station_change" DROP CONSTRAINT "station_change_pkey";
ALTER TABLE "station_change" ADD CONSTRAINT "station_change_pkey"
  PRIMARY KEY ("system_id", "station_id", "fetched_at")
  INCLUDE ("num_bikes_available", "num_mechanical_available", "num_ebikes_available",
           "num_docks_available", "is_installed", "is_renting", "is_returning");
