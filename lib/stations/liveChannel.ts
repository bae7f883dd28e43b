/**
 * The Postgres channel on which every change that open maps must see is notified, inside the
 * transaction that makes it. Payload: JSON with `systemId` and the version that grew.
 */
export const LIVE_CHANNEL = 'limelight_live';
