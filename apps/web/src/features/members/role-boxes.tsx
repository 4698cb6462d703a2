import { Checkbox, Stack } from '@mantine/core';
import { ROLES, type Role } from '@trellis/domain/members/roles';
import { useTranslations } from 'use-intl';

/**
 * What somebody does here: any of the five, or none.
 * @param props.label left out where a heading beside it says so already
 */
export function RoleBoxes(props: {
  label?: string;
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
}) {
  const t = useTranslations('members');
  return (
    <Checkbox.Group
      {...(props.label ? { label: props.label } : { 'aria-label': t('rolesTitle') })}
      value={[...props.value]}
      onChange={(values) => props.onChange(ROLES.filter((role) => values.includes(role)))}
    >
      <Stack gap="xs" mt={props.label ? 'xs' : 0}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`roles.${role}`)}
            description={t(`roleDetail.${role}`)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
