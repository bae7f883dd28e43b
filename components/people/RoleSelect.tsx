import { useTranslations } from 'use-intl/react';
import { Select } from '@/components/ui/Select';
import type { Role } from '@/lib/db/generated/enums';

/** In the order in which more is allowed. */
const ROLES: readonly Role[] = ['viewer', 'driver', 'dispatcher', 'admin'];

/** One of the roles, and what the chosen one may do. */
export function RoleSelect({
  label,
  role,
  onChange,
}: {
  label: string;
  role: Role;
  onChange: (role: Role) => void;
}) {
  const t = useTranslations('people.roleMeaning');
  const tShell = useTranslations('shell');
  return (
    <Select
      label={label}
      hint={t(role)}
      value={role}
      options={ROLES.map((value) => ({ value, label: tShell(`role.${value}`) }))}
      onChange={(event) => onChange(event.target.value as Role)}
    />
  );
}
