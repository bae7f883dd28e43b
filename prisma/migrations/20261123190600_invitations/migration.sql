-- Links that open an account, or give it a new password. Kept as hashes, deleted when used.
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_sha256" TEXT NOT NULL,
    "invited_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "invitation_email_key" ON "invitation"("email");
CREATE UNIQUE INDEX "invitation_token_sha256_key" ON "invitation"("token_sha256");
CREATE INDEX "invitation_invited_by_id_idx" ON "invitation"("invited_by_id");
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "password_reset" (
    "user_id" TEXT NOT NULL,
    "token_sha256" TEXT NOT NULL,
    "issued_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("user_id")
);
CREATE UNIQUE INDEX "password_reset_token_sha256_key" ON "password_reset"("token_sha256");
CREATE INDEX "password_reset_issued_by_id_idx" ON "password_reset"("issued_by_id");
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
