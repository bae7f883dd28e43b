-- What people want to be told of, and what they were told.
CREATE TABLE "alert_rule" (
    "id" TEXT NOT NULL,
    "system_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "condition" JSONB NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "alert_rule_system_id_user_id_idx" ON "alert_rule"("system_id", "user_id");

CREATE TABLE "alert_rule_state" (
    "rule_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "matches" JSONB NOT NULL,

    CONSTRAINT "alert_rule_state_pkey" PRIMARY KEY ("rule_id")
);

CREATE TABLE "alert_preference" (
    "user_id" TEXT NOT NULL,
    "digest_every_min" INTEGER NOT NULL DEFAULT 10,
    "quiet_from_min" INTEGER,
    "quiet_to_min" INTEGER,
    "is_email_on" BOOLEAN NOT NULL DEFAULT false,
    "webhook_url" TEXT,
    "webhook_secret" TEXT,

    CONSTRAINT "alert_preference_pkey" PRIMARY KEY ("user_id")
);

CREATE TABLE "alert_event" (
    "id" BIGSERIAL NOT NULL,
    "system_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,
    "digest_id" TEXT,

    CONSTRAINT "alert_event_pkey" PRIMARY KEY ("id")
);
-- Evaluated twice, told once.
CREATE UNIQUE INDEX "alert_event_rule_id_subject_id_kind_at_key" ON "alert_event"("rule_id", "subject_id", "kind", "at");
CREATE INDEX "alert_event_user_id_digest_id_idx" ON "alert_event"("user_id", "digest_id");

CREATE TABLE "alert_digest" (
    "id" TEXT NOT NULL,
    "system_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lines" JSONB NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "sent_out_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_digest_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "alert_digest_user_id_system_id_at_idx" ON "alert_digest"("user_id", "system_id", "at" DESC);

CREATE TABLE "alert_delivery" (
    "id" TEXT NOT NULL,
    "system_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "error" JSONB,

    CONSTRAINT "alert_delivery_pkey" PRIMARY KEY ("id")
);
-- One message a channel about the same news, whoever composes it how often.
CREATE UNIQUE INDEX "alert_delivery_channel_about_key" ON "alert_delivery"("channel", "about");
CREATE INDEX "alert_delivery_user_id_created_at_idx" ON "alert_delivery"("user_id", "created_at" DESC);
CREATE INDEX "alert_delivery_state_next_attempt_at_idx" ON "alert_delivery"("state", "next_attempt_at");

ALTER TABLE "alert_rule" ADD CONSTRAINT "alert_rule_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert_rule_state" ADD CONSTRAINT "alert_rule_state_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "alert_rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert_preference" ADD CONSTRAINT "alert_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert_digest" ADD CONSTRAINT "alert_digest_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert_delivery" ADD CONSTRAINT "alert_delivery_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
