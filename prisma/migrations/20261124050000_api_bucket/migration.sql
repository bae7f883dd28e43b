-- How much of its pace at /api/v1 a token or a person has left. Unlogged: it is written at each
-- request, and worth nothing after a crash.
CREATE UNLOGGED TABLE "api_bucket" (
    "subject" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "filled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_bucket_pkey" PRIMARY KEY ("subject")
);
CREATE INDEX "api_bucket_user_id_idx" ON "api_bucket"("user_id");
ALTER TABLE "api_bucket" ADD CONSTRAINT "api_bucket_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
